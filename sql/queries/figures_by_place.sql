-- How many numbers of each unit articles give for each place, with the least, the median and the greatest of them.
-- $unit = '': such as percent, killed or USD; any by default
-- $place = '': name of a place or country; any by default
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

-- Of the tables: the view of this name looks up as well who says each of them, and for when.
select
    entities.name as place,
    figures.unit,
    count(*) as figures,
    min(figures.value) as least,
    median(figures.value) as median,
    max(figures.value) as greatest,
    count(distinct articles_by_outlet.outlet) as outlets
from figures
join articles_by_outlet using (article_id, version)
join entities
    on entities.article_id = figures.article_id
    and entities.version = figures.version
    and entities.entity_id = figures.place_entity_id
where ($unit = '' or lower(figures.unit) = lower($unit))
    and ($place = '' or lower(entities.name) = lower($place))
    and coalesce(articles_by_outlet.published_on >= nullif($since, '')::date, $since = '')
    and coalesce(articles_by_outlet.published_on <= nullif($until, '')::date, $until = '')
group by entities.name, figures.unit
order by figures desc, place, figures.unit nulls last
limit $limit::integer
