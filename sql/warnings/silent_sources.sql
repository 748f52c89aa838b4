-- One row per source that brought new articles on most days before, and now brings none, or under a third of what it did.

with
days as (
    select source, seen_at::date as day, count(*) filter (outcome = 'stored') as stored
    from inputs
    group by all
),

last_day as (
    select max(day) as today from days
),

habit as (
    select
        source,
        count(*) filter (stored > 0) as days_with_articles,
        median(stored) filter (stored > 0) as stored_a_day,
        max(day) filter (stored > 0) as last_stored
    from days, last_day
    where day between today - 28 and today - 3
    group by source
),

lately as (
    select source, sum(stored) / 3.0 as stored_a_day
    from days, last_day
    where day > today - 3
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
