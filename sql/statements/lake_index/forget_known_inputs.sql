-- Drop what is known of these inputs, before what is now known is noted: of a capture only that very one.

delete from known_inputs
using (
    select
        md5_number(unnest($uris::varchar[])) as uri_md5,
        unnest($captured_at::timestamptz[]) as captured_at,
        md5_number(unnest($document_ids::varchar[])) as document_md5
) as noted
where
    known_inputs.uri_md5 = noted.uri_md5
    and known_inputs.captured_at is not distinct from noted.captured_at
    and (noted.captured_at is null or known_inputs.document_md5 = noted.document_md5)
