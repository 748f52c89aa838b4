-- The entities of current articles whose name holds $words, of $kind or any; $most of them.

select
    entities.entity_id,
    any_value(entities.kind) as kind,
    any_value(entities.name) as name,
    any_value(entities.country_code) as country_code,
    count(*) as articles
from entities
join memory.main.listed using (article_id, version)
where
    ($kind::varchar is null or entities.kind = $kind)
    and ($words::varchar is null or contains(lower(entities.name), lower($words)) or list_contains(list_transform(entities.aliases, lambda alias: lower(alias)), lower($words)))
group by entities.entity_id
order by articles desc, name
limit $most
