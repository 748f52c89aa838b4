-- One row per document of the lake, as it came.

select document_id, uri, source, content, fetched_at, http_status, etag, last_modified, media_type, charset
from documents
order by document_id
