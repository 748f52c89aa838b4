-- How the inputs ended that a run saw, or that were seen from $since to $until, by outcome and reason.

select outcome, reason, count(*) as inputs
from inputs
where
    ($run::varchar is null or run_id = $run)
    and ($since::date is null or seen_at::date >= $since)
    and ($until::date is null or seen_at::date <= $until)
group by outcome, reason
order by inputs desc, outcome, reason
