-- The versions of an article, the first one first.

select articles.version, documents.fetched_at, articles.published_at, articles.modified_at, articles.title, articles.text
from articles
left join documents using (document_id)
where articles.article_id = $article_id
order by articles.version
