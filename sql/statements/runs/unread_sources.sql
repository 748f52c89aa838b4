-- One row per source of the run $1, among the addresses $2, that could not be read itself.

select uri, reason, detail
from inputs
where run_id = $1 and list_contains($2, uri) and outcome = 'rejected'
order by uri
