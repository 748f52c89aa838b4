-- What others say in current articles in words that mention an entity, the latest first; $most of them.

with
chosen as materialized (
    select told.quotation, listed.article_id, listed.title, listed.published_on, listed.published_at
    from memory.main.told
    join memory.main.listed on listed.number = told.article
    where told.entity = (select entity from memory.main.known where entity_id = $entity)
    order by listed.published_at desc nulls last, listed.article_id, told.quote_id
    limit $most
)

select
    chosen.published_on, speakers.name as speaker, quoted.speaker_text, quoted.cue, quoted.text,
    speakers.entity_id as speaker_entity_id, chosen.title, chosen.article_id, quoted.quote_id, quoted.start_char, quoted.end_char
from memory.main.quoted
join chosen on chosen.quotation = quoted.rowid
left join memory.main.known as speakers on speakers.entity = quoted.speaker
order by chosen.published_at desc nulls last, chosen.article_id, quoted.quote_id
