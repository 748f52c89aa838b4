-- The events of current articles that an entity acts in or receives, with where and when, the latest first; $most of them.

select
    coalesce(times.starts_at::date, current_articles.published_on) as day, events.event_type, events.actor_text,
    events.trigger, events.recipient_text, places.name as place, events.tense, events.negated, events.hypothetical,
    current_articles.title, events.article_id, events.event_id, events.trigger_start_char as start_char,
    events.trigger_end_char as end_char
from events
join current_articles using (article_id, version)
left join times using (article_id, version, time_id)
left join places using (article_id, version, place_id)
where events.actor_entity_id = $entity or events.recipient_entity_id = $entity
order by current_articles.published_at desc nulls last, events.article_id, events.event_id
limit $most
