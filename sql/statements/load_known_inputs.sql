-- One row per input that the lake has dealt with, with the content it had when it was last seen.

create or replace temp table known_inputs as

with seen as (
    select uri, document_id, outcome, reason, seen_at
    from inputs
    where document_id is not null and reason is distinct from 'failed'
)

select uri, document_id
from seen
qualify row_number() over (partition by uri order by seen_at desc) = 1
