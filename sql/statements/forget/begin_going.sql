-- The documents that are to be forgotten, by their identifiers.

create or replace temp table going_documents as

select unnest($document_ids::varchar []) as document_id
