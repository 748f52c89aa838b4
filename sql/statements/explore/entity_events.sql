-- The events of current articles that an entity acts in or receives, with where and when, the latest first; $most of them.

with
chosen as materialized (
    select events.*, listed.title, listed.published_on, listed.published_at
    from events
    join memory.main.listed using (article_id, version)
    where events.actor_entity_id = $entity or events.recipient_entity_id = $entity
    order by listed.published_at desc nulls last, events.article_id, events.event_id
    limit $most
),

their_times as (
    select article_id, version, time_id, starts_at
    from times
    where article_id in (select article_id from chosen where time_id is not null)
),

their_places as (
    select article_id, version, place_id, name
    from places
    where article_id in (select article_id from chosen where place_id is not null)
)

select
    coalesce(their_times.starts_at::date, chosen.published_on) as day, chosen.event_type, chosen.actor_text,
    chosen.trigger, chosen.recipient_text, their_places.name as place, chosen.tense, chosen.negated, chosen.hypothetical,
    chosen.title, chosen.article_id, chosen.event_id, chosen.trigger_start_char as start_char,
    chosen.trigger_end_char as end_char
from chosen
left join their_times using (article_id, version, time_id)
left join their_places using (article_id, version, place_id)
order by chosen.published_at desc nulls last, chosen.article_id, chosen.event_id
