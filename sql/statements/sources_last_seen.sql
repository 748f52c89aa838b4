-- One row per source: when a run last saw an input of it, or polled it.

select source, max(seen_at) as seen_at
from (
    select source, seen_at
    from inputs
    union all
    select source, polled_at
    from polls
)
group by source
