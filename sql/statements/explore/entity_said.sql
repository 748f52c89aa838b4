-- What an entity says in current articles, the latest first; $most of them.

with
chosen as materialized (
    select spoken.quotation, listed.article_id, listed.title, listed.published_on, listed.published_at
    from memory.main.spoken
    join memory.main.listed on listed.number = spoken.article
    where spoken.speaker = (select entity from memory.main.known where entity_id = $entity)
    order by listed.published_at desc nulls last, listed.article_id, spoken.quote_id
    limit $most
)

select
    chosen.published_on, quoted.kind, quoted.cue, quoted.negated, quoted.text, quoted.via, quoted.speaker_text, chosen.title,
    chosen.article_id, quoted.quote_id, quoted.start_char, quoted.end_char
from memory.main.quoted
join chosen on chosen.quotation = quoted.rowid
order by chosen.published_at desc nulls last, chosen.article_id, quoted.quote_id
