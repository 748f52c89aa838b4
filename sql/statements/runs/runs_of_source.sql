-- The runs that asked the source $source, in their order: when, how many articles it brought, whether it could not be
-- read, and why. Those of 120 days, and the last two however long ago.

with

ends as (
    select
        inputs.run_id,
        inputs.seen_at as ended_at,
        inputs.outcome = 'stored' as is_article,
        inputs.outcome = 'rejected' and inputs.document_id is null and runs.status = 'failed'
        and (inputs.uri = inputs.source or runs.stored + runs.unchanged + runs.duplicate = 0) as has_failed,
        coalesce(inputs.detail, inputs.reason) as reason
    from inputs
    join runs using (run_id)
    where inputs.source = $source and inputs.reason is distinct from 'not_due'
    union all
    select run_id, polled_at, false, false, null
    from polls
    where source = $source
)

select
    max(ended_at) as asked_at,
    count(*) filter (is_article) as articles,
    bool_or(has_failed) as has_failed,
    arg_max(reason, ended_at) filter (has_failed) as reason
from ends
group by run_id
qualify asked_at > max(asked_at) over () - interval 120 day or row_number() over (order by asked_at desc) <= 2
order by asked_at
