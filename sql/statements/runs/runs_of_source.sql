-- The runs that asked the source $source, in their order, of 120 days: when, how many articles it brought, and whether it
-- could not be read.

with

ends as (
    select
        inputs.run_id,
        inputs.seen_at as ended_at,
        inputs.outcome = 'stored' as is_article,
        inputs.outcome = 'rejected' and inputs.document_id is null and runs.status = 'failed'
        and (inputs.uri = inputs.source or runs.stored + runs.unchanged + runs.duplicate = 0) as has_failed
    from inputs
    join runs using (run_id)
    where inputs.source = $source and inputs.reason is distinct from 'not_due'
    union all
    select run_id, polled_at, false, false
    from polls
    where source = $source
)

select max(ended_at) as asked_at, count(*) filter (is_article) as articles, bool_or(has_failed) as has_failed
from ends
where ended_at > (select max(ended_at) - interval 120 day from ends)
group by run_id
order by asked_at
