-- One row per document at one of these addresses: read there, or read to an article that has it.

select document_id from documents where uri in (select unnest($addresses::varchar []))
union
select document_id from inputs where document_id is not null and uri in (select unnest($addresses::varchar []))
union
select document_id from articles
where url in (select unnest($addresses::varchar [])) or canonical_url in (select unnest($addresses::varchar []))
