-- Articles that name an entity, latest first.
-- $name: name of the entity, as the table entities gives it; upper and lower case are the same
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

select
    articles_by_outlet.published_at,
    articles_by_outlet.outlet,
    articles_by_outlet.title,
    count(*) as mentions,
    articles_by_outlet.url
from entities
join mentions using (article_id, version, entity_id)
join articles_by_outlet using (article_id, version)
where (lower(entities.name) = lower($name) or list_contains(list_transform(entities.aliases, lambda alias: lower(alias)), lower($name)))
    and coalesce(articles_by_outlet.published_on >= nullif($since, '')::date, $since = '')
    and coalesce(articles_by_outlet.published_on <= nullif($until, '')::date, $until = '')
group by all
order by articles_by_outlet.published_at desc nulls last, articles_by_outlet.title
limit $limit::integer
