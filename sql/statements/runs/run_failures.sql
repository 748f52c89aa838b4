-- One row per step that failed on what a run stored, or could not read, with how many documents it failed on.

with read as (
    select distinct document_id
    from inputs
    where run_id = $run_id and (outcome = 'stored' or reason = 'failed')
)

select step, count(distinct document_id) as documents
from failures
join read using (document_id)
group by step
order by step
