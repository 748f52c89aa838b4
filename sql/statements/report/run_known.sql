-- The run called $run, or whose identifier begins so.

select run_id, started_at, ended_at, status, command
from runs
where starts_with(run_id, $run)
order by started_at desc
limit 2
