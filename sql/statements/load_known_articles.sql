-- One row per article of the lake: what its latest version says, and where that was read.

create or replace temp table known_articles as

select articles.article_id, articles.version, articles.fingerprint, documents.uri
from articles
join documents using (document_id)
where articles.is_current
