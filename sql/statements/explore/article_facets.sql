-- How many matching articles have each value of a facet: the twelve most frequent of each, and every day.

select 'outlet' as facet, outlet as value, outlet as label, articles
from (select outlet, count(*) as articles from matching where outlet <> '' group by outlet order by articles desc, outlet limit 12)

union all

select 'language' as facet, language as value, language as label, articles
from (
    select language, count(*) as articles from matching where language is not null
    group by language order by articles desc, language limit 12
)

union all

select 'section' as facet, section as value, section as label, articles
from (
    select section, count(*) as articles from matching where section is not null
    group by section order by articles desc, section limit 12
)

union all

select 'entity' as facet, entity_id as value, name as label, articles
from (
    select entities.entity_id, any_value(entities.name) as name, count(*) as articles
    from entities
    join matching using (article_id, version)
    group by entities.entity_id
    order by articles desc, name
    limit 12
)

union all

select 'day' as facet, published_on::varchar as value, published_on::varchar as label, count(*) as articles
from matching
group by published_on
