-- The types of events that matching articles tell as past, the most frequent first; $most of them.

select events.event_type as name, count(*) as events
from events
join matching using (article_id, version)
where events.tense = 'past' and not events.negated and not events.hypothetical
group by events.event_type
order by events desc, name
limit $most
