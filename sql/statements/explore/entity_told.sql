-- What others say in current articles in words that mention an entity, the latest first; $most of them.

with
mentioned as materialized (
    select article_id, version, start_char, end_char
    from mentions
    where entity_id = $entity
),

naming as (
    select distinct quotes.article_id, quotes.version, quotes.quote_id, quotes.speaker_entity_id
    from mentioned
    join quotes using (article_id, version)
    where
        quotes.speaker_entity_id is distinct from $entity
        and mentioned.start_char >= quotes.start_char
        and mentioned.end_char <= quotes.end_char
),

told as materialized (
    select naming.*, listed.title, listed.published_on, listed.published_at
    from naming
    join memory.main.listed using (article_id, version)
    order by listed.published_at desc nulls last, naming.article_id, naming.quote_id
    limit $most
),

speakers as (
    select article_id, version, entity_id, name
    from entities
    where article_id in (select article_id from told) and entity_id in (select speaker_entity_id from told)
)

select
    told.published_on, speakers.name as speaker, quotes.speaker_text, quotes.cue, quotes.text,
    told.speaker_entity_id, told.title, told.article_id, told.quote_id, quotes.start_char, quotes.end_char
from told
join quotes using (article_id, version, quote_id)
left join speakers
    on speakers.article_id = told.article_id
    and speakers.version = told.version
    and speakers.entity_id = told.speaker_entity_id
order by told.published_at desc nulls last, told.article_id, told.quote_id
