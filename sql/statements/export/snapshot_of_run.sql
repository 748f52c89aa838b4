-- One row per run whose identifier begins with $run and that has ended: the snapshot that noted its end.

select snapshot_id
from runs
where starts_with(run_id, $run) and ended_at is not null
