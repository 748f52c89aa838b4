-- One row per document of the lake: where it was first read.

create or replace temp table known_documents as

select document_id, uri
from documents
