-- One row per source that brought new articles on most of its days, and by $now on the last three of them none, or under a third: its
-- days are the weekdays on which it did in at least half of the weeks seen, so that a weekend without articles may be its habit.

with

days as (
    select source, seen_at::date as day, count(*) filter (outcome = 'stored') as stored
    from inputs
    where seen_at <= $now::timestamptz
    group by all
),

lasts as (  -- what has brought nothing for a quarter of a year is not waited for any more
    select source, max(day) filter (stored > 0) as last_stored, min(day) as first_seen
    from days
    group by source
    having max(day) filter (stored > 0) > $now::date - 90
),

weeks as (  -- the four weeks before it fell silent, or fell off, as far as it was asked then
    select
        source,
        last_stored,
        unnest(generate_series(
            greatest(first_seen, least(last_stored, $now::date - 3) - 27), least(last_stored, $now::date - 3), interval 1 day
        ))::date as day
    from lasts
),

habit as (
    select
        weeks.source,
        any_value(weeks.last_stored) as last_stored,
        count(*) as days_with_articles,
        median(days.stored) as stored_a_day
    from weeks
    join days using (source, day)
    where days.stored > 0
    group by weeks.source
),

usual_weekdays as (
    select weeks.source, isodow(weeks.day) as weekday
    from weeks
    left join days using (source, day)
    group by all
    having 2 * count(*) filter (days.stored > 0) >= count(*)
),

last_usual_days as (
    select usual_weekdays.source, passed.day::date as day
    from usual_weekdays
    join generate_series($now::date - 27, $now::date, interval 1 day) as passed (day)
        on isodow(passed.day) = usual_weekdays.weekday
    qualify row_number() over (partition by usual_weekdays.source order by passed.day desc) <= 3
),

lately as (
    select last_usual_days.source, coalesce(sum(days.stored), 0) / 3.0 as stored_a_day
    from last_usual_days
    left join days using (source, day)
    group by last_usual_days.source
)

select
    habit.source,
    habit.stored_a_day as usual_articles_a_day,
    round(lately.stored_a_day, 1) as lately_a_day,
    habit.last_stored
from habit
join lately using (source)  -- one without weekdays of its own has no habit to break
where habit.days_with_articles >= 5 and lately.stored_a_day < habit.stored_a_day / 3
order by habit.source
