-- Articles that name two entities, latest first, with how often each is named.
-- $one: name of the one, or another name that the article gives it
-- $other: name of the other, likewise
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

with
named as (
    select
        article_id,
        version,
        entity_id,
        list_transform(list_prepend(name, aliases), lambda given: lower(given)) as names
    from entities
),

counted as (
    select
        named.article_id,
        named.version,
        count(*) filter (where list_contains(named.names, lower($one))) as one_mentions,
        count(*) filter (where list_contains(named.names, lower($other))) as other_mentions
    from named
    join mentions using (article_id, version, entity_id)
    where list_contains(named.names, lower($one)) or list_contains(named.names, lower($other))
    group by all
)

select
    articles_by_outlet.published_at,
    articles_by_outlet.outlet,
    articles_by_outlet.title,
    counted.one_mentions,
    counted.other_mentions,
    articles_by_outlet.url
from counted
join articles_by_outlet using (article_id, version)
where counted.one_mentions > 0
    and counted.other_mentions > 0
    and coalesce(articles_by_outlet.published_on >= nullif($since, '')::date, $since = '')
    and coalesce(articles_by_outlet.published_on <= nullif($until, '')::date, $until = '')
order by articles_by_outlet.published_at desc nulls last, articles_by_outlet.title
limit $limit::integer
