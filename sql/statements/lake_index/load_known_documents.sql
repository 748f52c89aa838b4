-- One row per document of the lake, by its MD5: where it was first read.

create or replace temp table known_documents as

select md5_number(document_id) as document_md5, uri
from documents
