-- The articles of the story that an article belongs to, the first published first.

select
    current_articles.published_at, current_articles.published_on,
    coalesce(current_articles.site, regexp_extract(current_articles.url, '^https?://(?:www\.)?([^/:?#]+)', 1)) as outlet,
    current_articles.title, stories.relation, stories.similarity, current_articles.url, stories.article_id, stories.story_id
from stories
join current_articles using (article_id, version)
where stories.story_id = (select story_id from stories where article_id = $article_id limit 1)
order by current_articles.published_at nulls last, stories.article_id
