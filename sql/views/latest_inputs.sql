-- One row per input: its outcome in the last run that saw it.

create or replace view latest_inputs as

select *
from inputs
qualify row_number() over (partition by uri order by seen_at desc, position desc) = 1;

comment on view latest_inputs is 'one row per input: its outcome in the last run that saw it';
