-- How many current articles name an entity, by day of publication.

select published_on, count(*) as articles
from entities
join current_articles using (article_id, version)
where entity_id = $entity and published_on is not null
group by published_on
order by published_on
