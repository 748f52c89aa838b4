-- The entities that current articles name together with an entity, those with most articles first; $most of them.

with
naming as materialized (
    select named.article, named.entity
    from memory.main.named
    join memory.main.known using (entity)
    where known.entity_id = $entity
),

counted as (
    select entity, count(*) as articles
    from memory.main.named
    where article in (select article from naming)
    group by entity
)

select known.entity_id, known.kind, known.name, known.country_code, counted.articles
from counted
join memory.main.known using (entity)
where known.entity_id <> $entity
order by counted.articles desc, known.name, known.entity_id
limit $most
