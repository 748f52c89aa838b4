-- One row per current article that came in a snapshot or later: what the search looks through and shows.

with
named as (
    select
        article_id,
        version,
        string_agg(array_to_string(list_prepend(name, aliases), ' · '), ' · ' order by entity_id) as names
    from entities
    where snapshot_id >= $since
    group by all
)

select
    articles.article_id,
    articles.version,
    articles.snapshot_id,
    coalesce(articles.domain, nullif(regexp_extract(articles.url, '^https?://(?:www\.)?([^/:?#]+)', 1), '')) as domain,
    articles.site,
    articles.language,
    articles.published_on::varchar as published_on,
    articles.url,
    strftime(articles.published_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%S+00:00') as published_at,
    articles.title,
    articles.text,
    named.names
from articles
left join named using (article_id, version)
where articles.is_current and articles.snapshot_id >= $since
