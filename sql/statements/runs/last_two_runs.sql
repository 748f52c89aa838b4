-- The last two runs of the source $source, the latest first: whether it could not be read, and why.

with

ends as (
    select
        inputs.run_id,
        inputs.seen_at as ended_at,
        inputs.outcome = 'rejected' and inputs.document_id is null and runs.status = 'failed'
        and (inputs.uri = inputs.source or runs.stored + runs.unchanged + runs.duplicate = 0) as has_failed,
        coalesce(inputs.detail, inputs.reason) as reason
    from inputs
    join runs using (run_id)
    where inputs.source = $source and inputs.reason is distinct from 'not_due'
    union all
    select run_id, polled_at, false, null
    from polls
    where source = $source
)

select bool_or(has_failed) as has_failed, arg_max(reason, ended_at) filter (has_failed) as reason
from ends
group by run_id
order by max(ended_at) desc
limit 2
