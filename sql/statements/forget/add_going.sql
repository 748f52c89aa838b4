-- Further documents are to be forgotten.

insert into going_documents

select unnest($document_ids::varchar [])
