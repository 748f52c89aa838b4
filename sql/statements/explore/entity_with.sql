-- The entities that current articles name together with an entity, those with most articles first; $most of them.

with naming as (
    select article_id, version from entities join memory.main.listed using (article_id, version) where entity_id = $entity
)

select
    entities.entity_id, any_value(entities.kind) as kind, mode(entities.name) as name,
    mode(entities.country_code) as country_code, count(*) as articles
from entities
join naming using (article_id, version)
where entities.entity_id <> $entity
group by entities.entity_id
order by articles desc, name
limit $most
