-- The versions of an article, the first one first.

select articles.version, articles.fetched_at, articles.published_at, articles.modified_at, articles.title, articles.text
from articles
where articles.article_id = $article_id
order by articles.version
