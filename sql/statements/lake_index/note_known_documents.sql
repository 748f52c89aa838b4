-- Take note of documents that were added to the lake.

insert into known_documents (document_md5, uri)
select md5_number(unnest($document_ids::varchar[])), unnest($uris::varchar[])
