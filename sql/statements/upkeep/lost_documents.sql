-- One row per input whose raw document was there when it was seen last and is gone: its address.

with last_seen as (
    select uri, document_id
    from inputs
    where document_id is not null
    qualify row_number() over (partition by uri, captured_at order by seen_at desc, position desc) = 1
)

select distinct uri
from last_seen
anti join documents using (document_id)
order by uri
