-- An entity over all current articles: its names, roles and countries, and how many articles name it, also by day.

select
    entities.entity_id,
    any_value(entities.kind) as kind,
    mode(entities.name) as name,
    mode(entities.country_code) as country_code,
    list_sort(list_distinct(flatten(list(entities.aliases)))) as aliases,
    list_sort(list(distinct entities.role) filter (where entities.role is not null)) as roles,
    count(*) as articles,
    min(listed.published_on) as first_day,
    max(listed.published_on) as last_day,
    histogram(listed.published_on) as days
from entities
join memory.main.listed using (article_id, version)
where entities.entity_id = $entity
group by entities.entity_id
