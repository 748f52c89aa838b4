-- The entities that current articles name together with an entity, those with most articles first; $most of them.

with
asked as (select entity from memory.main.known where entity_id = $entity),

named_there as (
    select unnest(naming_lists.entities) as entity
    from memory.main.naming_lists
    where naming_lists.article in (select named.article from memory.main.named where named.entity = (select entity from asked))
),

counted as (
    select entity, count(*) as articles
    from named_there
    group by entity
)

select known.entity_id, known.kind, known.name, known.country_code, counted.articles
from counted
join memory.main.known using (entity)
where counted.entity <> (select entity from asked)
order by counted.articles desc, known.name, known.entity_id
limit $most
