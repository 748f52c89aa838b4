-- The articles of the story that an article belongs to, the first published first.

select
    listed.published_at, listed.published_on, listed.outlet, listed.title,
    stories.relation, stories.similarity, listed.url, stories.article_id, stories.story_id
from stories
join memory.main.listed using (article_id, version)
where stories.story_id = (select story_id from stories where article_id = $article_id limit 1)
order by listed.published_at nulls last, stories.article_id
