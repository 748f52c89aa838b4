-- Take note of inputs that the lake has dealt with.

insert into known_inputs (uri_md5, captured_at, document_md5)
select
    md5_number(unnest($uris::varchar[])), unnest($captured_at::timestamptz[]), md5_number(unnest($document_ids::varchar[]))
