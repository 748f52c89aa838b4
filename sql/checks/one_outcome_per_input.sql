-- One row per input of a run that does not end as exactly one of the four outcomes, with a reason unless it was stored.
-- The inputs of a run are numbered as they come, without gaps: a number that no row has is an input that vanished.

with
numbered as (
    select run_id, unnest(range(1, max(position) + 1)) as position
    from inputs
    group by run_id
),

ended as (
    select numbered.run_id, numbered.position::varchar as input, inputs.uri, inputs.outcome, inputs.reason
    from numbered
    left join inputs using (run_id, position)
    union all
    select run_id, uri, uri, outcome, reason  -- of runs that did not number their inputs yet
    from inputs
    where position is null
)

select run_id, input, any_value(uri) as uri, count(outcome) as lines, any_value(outcome) as outcome, any_value(reason) as reason
from ended
group by run_id, input
having
    lines <> 1
    or any_value(outcome) not in ('stored', 'unchanged', 'duplicate', 'rejected')
    or (any_value(outcome) = 'stored') <> (any_value(reason) is null)
