-- An entity over all current articles: its names, roles and country, and how many articles name it, also by day.

with naming as (
    select listed.published_on
    from memory.main.named
    join memory.main.known using (entity)
    join memory.main.listed on listed.number = named.article
    where known.entity_id = $entity
),

by_day as (
    select min(published_on) as first_day, max(published_on) as last_day, histogram(published_on) as days
    from naming
)

select
    known.entity_id, known.kind, known.name, known.country_code, known.aliases, known.roles, known.articles, by_day.first_day,
    by_day.last_day, by_day.days
from memory.main.known
cross join by_day
where known.entity_id = $entity
