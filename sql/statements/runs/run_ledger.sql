-- One row per outcome and reason of a run, with how many inputs ended so.

select outcome, reason, count(*) as inputs
from inputs
where run_id = $run_id
group by outcome, reason
order by outcome, inputs desc, reason
