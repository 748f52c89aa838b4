-- One row per input of a run that does not end as exactly one of the four outcomes, with a reason unless it was stored.

select run_id, uri, count(*) as lines, any_value(outcome) as outcome, any_value(reason) as reason
from inputs
group by run_id, uri
having
    lines <> 1
    or any_value(outcome) not in ('stored', 'unchanged', 'duplicate', 'rejected')
    or (any_value(outcome) = 'stored') <> (any_value(reason) is null)
