-- One row per version of an article whose raw document the lake does not hold.

select articles.article_id, articles.version, articles.document_id
from articles
anti join documents using (document_id)
