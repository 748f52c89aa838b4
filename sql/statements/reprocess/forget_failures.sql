-- Drop the failures to read these documents, which are read again.

delete from failures
where article_id is null and document_id in (select unnest($document_ids::varchar[]))
