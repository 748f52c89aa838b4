-- The latest runs with their source and how their inputs ended, the last one first; $last of them.

with latest as (
    from runs
    order by started_at desc
    limit $last::integer
),

named as (
    select
        run_id,
        if(count(distinct source) = 1, min(source), count(distinct source)::varchar || ' sources') as source
    from inputs
    where run_id in (select run_id from latest)
    group by run_id
)

select
    date_trunc('second', started_at) as started, command, source, status,
    date_trunc('second', ended_at - started_at) as took, stored, unchanged, duplicate, rejected
from latest
left join named using (run_id)
order by started_at desc
