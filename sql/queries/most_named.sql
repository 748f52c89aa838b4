-- Entities by the number of articles that name them. Parameter: kind (person, organization, country, place, …).

with
named as (
    select entities.entity_id, entities.name, entities.article_id
    from entities
    join current_articles using (article_id, version)
    where entities.kind = $kind
)

select mode(name) as name, count(distinct article_id) as articles
from named
group by entity_id
order by articles desc, name
limit 50
