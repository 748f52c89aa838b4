-- One row per source that brought new articles on most days, and by $now for three days none, or under a third.

with

days as (
    select source, seen_at::date as day, count(*) filter (outcome = 'stored') as stored
    from inputs
    where seen_at <= $now::timestamptz
    group by all
),

lasts as (  -- what has brought nothing for a quarter of a year is not waited for any more
    select source, max(day) as last_stored
    from days
    where stored > 0
    group by source
    having max(day) > $now::date - 90
),

habit as (  -- of the four weeks before it fell silent, or fell off
    select
        days.source,
        any_value(lasts.last_stored) as last_stored,
        count(*) as days_with_articles,
        median(days.stored) as stored_a_day
    from days
    join lasts using (source)
    where
        days.stored > 0
        and days.day between least(lasts.last_stored, $now::date - 3) - 28 and least(lasts.last_stored, $now::date - 3)
    group by days.source
),

lately as (
    select source, sum(stored) / 3.0 as stored_a_day
    from days
    where day > $now::date - 3
    group by source
)

select
    habit.source,
    habit.stored_a_day as usual_articles_a_day,
    round(coalesce(lately.stored_a_day, 0), 1) as lately_a_day,
    habit.last_stored
from habit
left join lately using (source)
where habit.days_with_articles >= 5 and coalesce(lately.stored_a_day, 0) < habit.stored_a_day / 3
order by habit.source
