-- What others say in current articles in words that mention an entity, the latest first; $most of them.

with
mentioned_there as materialized (
    select mentioned.article, mentioned.start_char, mentioned.end_char
    from memory.main.mentioned
    join memory.main.known using (entity)
    where known.entity_id = $entity
),

naming as (
    select distinct quoted.lake_row, quoted.article, quoted.quote_id, speakers.entity_id as speaker_entity_id, speakers.name as speaker
    from mentioned_there
    join memory.main.quoted using (article)
    left join memory.main.known as speakers on speakers.entity = quoted.speaker
    where
        speakers.entity_id is distinct from $entity
        and mentioned_there.start_char >= quoted.start_char
        and mentioned_there.end_char <= quoted.end_char
),

told as materialized (
    select
        naming.lake_row, naming.quote_id, naming.speaker_entity_id, naming.speaker, listed.article_id, listed.title,
        listed.published_on, listed.published_at
    from naming
    join memory.main.listed on listed.number = naming.article
    order by listed.published_at desc nulls last, listed.article_id, naming.quote_id
    limit $most
)

select
    told.published_on, told.speaker, quotes.speaker_text, quotes.cue, quotes.text, told.speaker_entity_id, told.title,
    told.article_id, told.quote_id, quotes.start_char, quotes.end_char
from quotes
join told on told.lake_row = quotes.rowid
order by told.published_at desc nulls last, told.article_id, told.quote_id
