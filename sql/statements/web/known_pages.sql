-- One row per address of the web that was asked for and ended for good: with what to ask whether it has changed, when it
-- was asked for last, and why it was rejected, if it was. The address that was asked for last comes last.

with requests as (  -- not: what was left alone, what may be there the next time, what newslake failed on, what is lost
    select
        inputs.uri, inputs.outcome, inputs.reason, inputs.document_id, inputs.position,
        coalesce(inputs.captured_at, inputs.seen_at) as ended_at,
        coalesce(inputs.captured_at, runs.started_at) as fetched_at
    from inputs
    join runs using (run_id)
    left join documents using (document_id)
    where
        starts_with(lower(inputs.uri), 'http')
        and (inputs.document_id is null or documents.document_id is not null)
        and not list_contains(
            [
                'known_address', 'known_rejection', 'not_due', 'failed',
                'unreachable', 'timeout', 'too_many_requests', 'http_error', 'robots_txt'
            ],
            coalesce(inputs.reason, '')
        )
),

last_requests as (
    select *
    from requests
    qualify row_number() over (partition by uri order by ended_at desc, position desc) = 1
),

last_documents as (  -- of the address itself: what another's server said of the same content says nothing here
    select requests.uri, documents.etag, documents.last_modified, documents.fetched_at
    from requests
    join documents on requests.document_id = documents.document_id and requests.uri = documents.uri
    qualify row_number() over (partition by requests.uri order by requests.ended_at desc, requests.position desc) = 1
)

select
    last_requests.uri,
    last_documents.etag,
    last_documents.last_modified,
    greatest(last_requests.fetched_at, coalesce(last_documents.fetched_at, last_requests.fetched_at)) as fetched_at,
    if(last_requests.outcome = 'rejected', last_requests.reason, null) as refused,
    last_requests.outcome = 'rejected' and last_requests.document_id is null as was_not_given
from last_requests
left join last_documents using (uri)
order by last_requests.ended_at
