-- One row per document of the lake, as it came.

select
    document_id, uri, source, content, fetched_at, http_status, etag, last_modified, media_type, charset,
    announced_title, announced_authors, announced_published_at, opt_outs
from documents
order by document_id
