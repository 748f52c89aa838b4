-- One row per version of an article that was read from one of these documents.

select document_id, article_id, version, is_current, fetched_at
from articles
where document_id in (select unnest($document_ids::varchar[]))
order by article_id, version
