-- How many lines of the ledger tell of what is to be forgotten.

select count(*)
from inputs
where
    document_id in (select document_id from going_documents)
    or uri in (select unnest($addresses::varchar []))
    or source = $source
