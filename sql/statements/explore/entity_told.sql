-- What others say in current articles in words that mention an entity, the latest first; $most of them.

with
mentioned as materialized (
    select listed.number as article, mentions.start_char, mentions.end_char
    from mentions
    join memory.main.listed using (article_id, version)
    where mentions.entity_id = $entity
),

naming as (
    select distinct quoted.article, quoted.quote_id, speakers.entity_id as speaker_entity_id, speakers.name as speaker
    from mentioned
    join memory.main.quoted using (article)
    left join memory.main.known as speakers on speakers.entity = quoted.speaker
    where
        speakers.entity_id is distinct from $entity
        and mentioned.start_char >= quoted.start_char
        and mentioned.end_char <= quoted.end_char
),

told as materialized (
    select
        listed.article_id, listed.version, naming.quote_id, naming.speaker_entity_id, naming.speaker, listed.title, listed.published_on,
        listed.published_at
    from naming
    join memory.main.listed on listed.number = naming.article
    order by listed.published_at desc nulls last, listed.article_id, naming.quote_id
    limit $most
),

their_quotes as (
    select article_id, version, quote_id, speaker_text, cue, text, start_char, end_char
    from quotes
    where article_id in (select article_id from told)
)

select
    told.published_on, told.speaker, their_quotes.speaker_text, their_quotes.cue, their_quotes.text, told.speaker_entity_id,
    told.title, told.article_id, told.quote_id, their_quotes.start_char, their_quotes.end_char
from told
join their_quotes using (article_id, version, quote_id)
order by told.published_at desc nulls last, told.article_id, told.quote_id
