-- One row per input that the run rejected; $most of them.

select uri, reason, detail
from inputs
where run_id = $run_id and outcome = 'rejected'
order by uri
limit $most
