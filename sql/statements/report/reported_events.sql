-- How many events of each type and day matching articles tell: those said to have happened, by the day that is told or that of publication.

select coalesce(times.starts_at::date, matching.published_on) as day, events.event_type, count(*) as events
from events
join matching using (article_id, version)
left join times using (article_id, version, time_id)
where events.tense = 'past' and not events.negated and not events.hypothetical
group by day, events.event_type
