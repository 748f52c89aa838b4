-- The events of current articles that an entity acts in or receives, with where and when, the latest first; $most of them.

with
chosen as materialized (
    select taking_part.happened, listed.title, listed.article_id, listed.published_at
    from memory.main.taking_part
    join memory.main.listed on listed.number = taking_part.article
    where taking_part.entity = (select entity from memory.main.known where entity_id = $entity)
    order by listed.published_at desc nulls last, listed.article_id, taking_part.event_id
    limit $most
)

select
    acted.day, acted.event_type, acted.actor_text, acted.trigger, acted.recipient_text, acted.place, acted.tense, acted.negated,
    acted.hypothetical, chosen.title, chosen.article_id, acted.event_id, acted.start_char, acted.end_char
from memory.main.acted
join chosen on chosen.happened = acted.rowid
order by chosen.published_at desc nulls last, chosen.article_id, acted.event_id
