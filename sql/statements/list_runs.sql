-- The latest runs with how their inputs ended, the last one first; $last of them.

select
    date_trunc('second', started_at) as started, command, status, date_trunc('second', ended_at - started_at) as took,
    stored, unchanged, duplicate, rejected
from runs
order by started_at desc
limit $last::integer
