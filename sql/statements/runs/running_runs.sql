-- Runs that have not noted their end: they are under way, or were killed.

select run_id
from runs
where status = 'running'
order by started_at
