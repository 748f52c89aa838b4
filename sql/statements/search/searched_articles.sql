-- One row per current article asked for: what the search looks through, and what it is narrowed down by.

with
named as (
    select
        article_id,
        version,
        string_agg(array_to_string(list_prepend(name, aliases), ' · '), ' · ' order by entity_id) as names
    from entities
    where article_id in (select unnest($article_ids::varchar []))
    group by all
)

select
    articles.article_id,
    articles.version,
    articles.snapshot_id,
    articles.domain,
    articles.site,
    articles.language,
    articles.published_on::varchar as published_on,
    coalesce(articles.title, '') as title,
    articles.text,
    coalesce(named.names, '') as names
from articles
left join named using (article_id, version)
where articles.is_current
    and articles.article_id in (select unnest($article_ids::varchar []))
