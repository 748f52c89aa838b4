-- One row per source that could not be read when it was asked for last: since when, how often in a row, and why.

with

source_runs as (
    select
        inputs.source,
        inputs.run_id,
        max(inputs.seen_at) as ended_at,
        -- A run of several sources is failed by one of them: the one whose own address was rejected.
        bool_or(
            inputs.outcome = 'rejected' and inputs.document_id is null and runs.status = 'failed'
            and (inputs.uri = inputs.source or runs.stored + runs.unchanged + runs.duplicate = 0)
        ) as has_failed,
        arg_max(coalesce(inputs.detail, inputs.reason), inputs.seen_at) as reason
    from inputs
    join runs using (run_id)
    group by inputs.source, inputs.run_id
),

last_good as (
    select source, max(ended_at) as ended_at
    from source_runs
    where not has_failed
    group by source
)

select
    source_runs.source,
    date_trunc('second', min(source_runs.ended_at)) as failing_since,
    count(*) as runs_in_a_row,
    arg_max(source_runs.reason, source_runs.ended_at) as reason
from source_runs
left join last_good using (source)
where source_runs.has_failed and source_runs.ended_at > coalesce(last_good.ended_at, '-infinity'::timestamptz)
group by source_runs.source
order by source_runs.source
