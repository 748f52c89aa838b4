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

their_quotes as (
    select article_id, version, quote_id, speaker_text, cue, text, start_char, end_char
    from quotes
    where article_id in (select article_id from told)
)

select
    told.published_on, known.name as speaker, their_quotes.speaker_text, their_quotes.cue, their_quotes.text,
    told.speaker_entity_id, told.title, told.article_id, told.quote_id, their_quotes.start_char, their_quotes.end_char
from told
join their_quotes using (article_id, version, quote_id)
left join memory.main.known on known.entity_id = told.speaker_entity_id
order by told.published_at desc nulls last, told.article_id, told.quote_id
