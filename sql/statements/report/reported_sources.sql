-- How the inputs of each source ended, those with most stored first; $most sources.

select
    source,
    count(*) filter (where outcome = 'stored') as stored,
    count(*) filter (where outcome = 'unchanged') as unchanged,
    count(*) filter (where outcome = 'duplicate') as duplicate,
    count(*) filter (where outcome = 'rejected') as rejected,
    max(seen_at) as last_seen_at
from inputs
where
    ($run::varchar is null or run_id = $run)
    and ($since::date is null or seen_at::date >= $since)
    and ($until::date is null or seen_at::date <= $until)
group by source
order by stored desc, source
limit $most
