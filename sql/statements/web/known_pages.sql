-- One row per address whose page the lake holds, with what its server said of it last.

select inputs.uri, documents.etag, documents.last_modified, documents.fetched_at
from inputs
join documents using (document_id)
where starts_with(inputs.uri, 'http') and inputs.reason is distinct from 'failed'
qualify row_number() over (partition by inputs.uri order by coalesce(inputs.captured_at, inputs.seen_at) desc, inputs.position desc) = 1
