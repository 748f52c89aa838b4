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

select 'entity' as facet, known.entity_id as value, known.name as label, counted.articles
from (
    select entity, count(*) as articles
    from (
        select unnest(entities) as entity from memory.main.naming_lists where article in (select number from matching)
    )
    group by entity
    order by articles desc, entity
    limit 12
) as counted
join memory.main.known using (entity)

union all

select 'day' as facet, published_on::varchar as value, published_on::varchar as label, count(*) as articles
from matching
group by published_on
