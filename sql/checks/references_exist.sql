-- One row per reference to an entity, place, time or quotation that its article does not have.

with
entity_references as (
    select 'mentions' as table_name, article_id, version, entity_id from mentions
    union all
    select 'quotes.speaker', article_id, version, speaker_entity_id from quotes
    union all
    select 'figures.place', article_id, version, place_entity_id from figures
    union all
    select 'figures.speaker', article_id, version, speaker_entity_id from figures
    union all
    select 'events.actor', article_id, version, actor_entity_id from events
    union all
    select 'events.recipient', article_id, version, recipient_entity_id from events
),

time_references as (
    select 'figures.time' as table_name, article_id, version, time_id from figures
    union all
    select 'events.time', article_id, version, time_id from events
),

place_references as (
    select 'events.place' as table_name, article_id, version, place_id from events
),

dangling as (
    select table_name, article_id, version, entity_id as reference
    from entity_references
    anti join entities using (article_id, version, entity_id)
    where entity_id is not null
    union all
    select table_name, article_id, version, time_id::varchar
    from time_references
    anti join times using (article_id, version, time_id)
    where time_id is not null
    union all
    select 'figures.quote', article_id, version, quote_id::varchar
    from figures
    anti join quotes using (article_id, version, quote_id)
    where quote_id is not null
    union all
    select table_name, article_id, version, place_id::varchar
    from place_references
    anti join places using (article_id, version, place_id)
    where place_id is not null
)

select table_name, article_id, version, reference
from dangling
