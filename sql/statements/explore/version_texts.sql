-- The versions of an article with what may differ between them, the first one first.

select version, is_current, fetched_at, published_at, modified_at, title, authors, text
from articles
where article_id = $article_id
order by version
