-- What others say in current articles in words that mention an entity, the latest first; $most of them.

with
asked as (select entity from memory.main.known where entity_id = $entity),

mentioned_there as materialized (
    select article, start_char, end_char
    from memory.main.mentioned
    where entity = (select entity from asked)
),

naming as (
    select distinct quoted.rowid as held_row, quoted.article, quoted.quote_id
    from mentioned_there
    join memory.main.quoted using (article)
    where
        quoted.speaker is distinct from (select entity from asked)
        and mentioned_there.start_char >= quoted.start_char
        and mentioned_there.end_char <= quoted.end_char
),

told as materialized (
    select naming.held_row, listed.article_id, listed.title, listed.published_on, listed.published_at
    from naming
    join memory.main.listed on listed.number = naming.article
    order by listed.published_at desc nulls last, listed.article_id, naming.quote_id
    limit $most
)

select
    told.published_on, speakers.name as speaker, quoted.speaker_text, quoted.cue, quoted.text,
    speakers.entity_id as speaker_entity_id, told.title, told.article_id, quoted.quote_id, quoted.start_char, quoted.end_char
from memory.main.quoted
join told on told.held_row = quoted.rowid
left join memory.main.known as speakers on speakers.entity = quoted.speaker
order by told.published_at desc nulls last, told.article_id, quoted.quote_id
