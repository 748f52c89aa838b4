-- Articles that name an entity, latest first. Parameter: name, as the entities table gives it.

select current_articles.published_at, current_articles.title, current_articles.url, count(*) as mentions
from entities
join mentions using (article_id, version, entity_id)
join current_articles using (article_id, version)
where lower(entities.name) = lower($name)
group by all
order by published_at desc nulls last, title
