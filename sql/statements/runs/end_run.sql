-- Note how a run ended that has not ended yet, with its counts from the ledger; nobody knows when it was killed.

update runs
set
    ended_at = case when not $killed::boolean then now() end,
    status = $status,
    model = $model,
    stored = (select count(*) from inputs where run_id = $run_id and outcome = 'stored'),
    unchanged = (select count(*) from inputs where run_id = $run_id and outcome = 'unchanged'),
    duplicate = (select count(*) from inputs where run_id = $run_id and outcome = 'duplicate'),
    rejected = (select count(*) from inputs where run_id = $run_id and outcome = 'rejected')
where run_id = $run_id and status = 'running'
