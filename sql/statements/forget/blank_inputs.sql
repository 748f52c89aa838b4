-- Take from the ledger what tells of what is forgotten; its lines stay, for none may vanish.

update inputs
set
    uri = 'forgotten:' || coalesce(map_extract_value(map($addresses::varchar [], $hashes::varchar []), uri), sha256(uri)),
    source = if(source = $source, 'forgotten', source),
    outcome = 'rejected',
    reason = 'forgotten',
    detail = null,
    document_id = null
where
    document_id in (select document_id from going_documents)
    or uri in (select unnest($addresses::varchar []))
    or source = $source
