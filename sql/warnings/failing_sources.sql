-- One row per source that could not be read when it was asked for last: since when, how often in a row, and why.

with last_good as (
    select source, max(asked_at) as asked_at
    from runs_of_sources
    where not has_failed
    group by source
)

select
    runs_of_sources.source,
    date_trunc('second', min(runs_of_sources.asked_at)) as failing_since,
    count(*) as runs_in_a_row,
    arg_max(runs_of_sources.reason, runs_of_sources.asked_at) as reason
from runs_of_sources
left join last_good using (source)
where runs_of_sources.has_failed and runs_of_sources.asked_at > coalesce(last_good.asked_at, '-infinity'::timestamptz)
group by runs_of_sources.source
order by runs_of_sources.source
