-- The runs that asked the source $source, in their order. Those of 120 days, and the last two however long ago.

select asked_at, articles, has_failed, reason
from runs_of_sources
where source = $source
qualify asked_at > max(asked_at) over () - interval 120 day or row_number() over (order by asked_at desc) <= 2
order by asked_at
