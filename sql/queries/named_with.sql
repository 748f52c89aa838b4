-- Entities named in the same articles as one, by the number of articles.
-- $name: name of the entity, as the table entities gives it
-- $kind = '': kind of the others, such as person; any by default
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

select other, other_kind, count(distinct article_id) as articles, max(published_on) as last_day
from entities_together
where lower(name) = lower($name)
    and $kind in ('', other_kind)
    and coalesce(published_on >= nullif($since, '')::date, $since = '')
    and coalesce(published_on <= nullif($until, '')::date, $until = '')
group by other, other_kind, other_entity_id
order by articles desc, other, other_kind
limit $limit::integer
