-- The current articles that a report is about: stored by the run $run, or published from $since to $until; null for any.

select articles_by_outlet.*
from articles_by_outlet
where
    ($run::varchar is null or document_id in (select document_id from inputs where run_id = $run and outcome = 'stored'))
    and ($since::date is null or published_on >= $since)
    and ($until::date is null or published_on <= $until)
