-- One row per address of what is to be forgotten; `claimed` tells an address that only a page itself gives.

select uri as address, null as claimed_by from documents semi join going_documents using (document_id)
union
select uri, null from inputs semi join going_documents using (document_id)
union
select uri, null from inputs where source = $source
union
select url, null from articles semi join going_documents using (document_id)
union
select canonical_url, url from articles semi join going_documents using (document_id) where canonical_url is not null
