-- Take note of documents that were added to the lake.

insert into known_documents (document_id, uri)
select unnest($document_ids::varchar[]), unnest($uris::varchar[])
