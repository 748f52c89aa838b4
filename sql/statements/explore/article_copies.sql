-- The articles of the story that an article belongs to, the first published first.

select
    articles_by_outlet.published_at, articles_by_outlet.published_on, articles_by_outlet.outlet, articles_by_outlet.title,
    stories.relation, stories.similarity, articles_by_outlet.url, stories.article_id, stories.story_id
from stories
join articles_by_outlet using (article_id, version)
where stories.story_id = (select story_id from stories where article_id = $article_id limit 1)
order by articles_by_outlet.published_at nulls last, stories.article_id
