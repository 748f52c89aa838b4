-- Note how a run ended, with its counts from the ledger.

update runs
set
    ended_at = now(),
    status = $status,
    model = $model,
    stored = (select count(*) from inputs where run_id = $run_id and outcome = 'stored'),
    unchanged = (select count(*) from inputs where run_id = $run_id and outcome = 'unchanged'),
    duplicate = (select count(*) from inputs where run_id = $run_id and outcome = 'duplicate'),
    rejected = (select count(*) from inputs where run_id = $run_id and outcome = 'rejected')
where run_id = $run_id
