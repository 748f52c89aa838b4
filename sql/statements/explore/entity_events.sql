-- The events of current articles that an entity acts in or receives, with where and when, the latest first; $most of them.

with
acting as materialized (
    select acted.lake_row, listed.title, listed.published_on, listed.published_at
    from memory.main.acted
    join memory.main.known using (entity)
    join memory.main.listed on listed.number = acted.article
    where known.entity_id = $entity
    order by listed.published_at desc nulls last, listed.article_id, acted.event_id
    limit $most
),

chosen as materialized (
    select events.*, acting.title, acting.published_on, acting.published_at
    from events
    join acting on acting.lake_row = events.rowid
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
