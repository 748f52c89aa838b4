-- One row per arrival, in order: whether the lake has dealt with it as it is, and which input brought its content before.

with
arrivals as (
    select
        unnest($uris::varchar[]) as uri,
        unnest($document_ids::varchar[]) as document_id,
        unnest($captured_at::timestamptz[]) as captured_at,
        unnest(range(len($uris::varchar[]))) as position
)

select known_inputs.uri_md5 is not null as is_unchanged, known_documents.uri as first_uri
from arrivals
left join known_inputs
    on known_inputs.uri_md5 = md5_number(arrivals.uri)
    and known_inputs.document_md5 = md5_number(arrivals.document_id)
    and known_inputs.captured_at is not distinct from arrivals.captured_at
left join known_documents on known_documents.document_md5 = md5_number(arrivals.document_id)
order by arrivals.position
