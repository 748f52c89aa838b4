-- What an entity says in current articles, the latest first; $most of them.

with
said as materialized (
    select quoted.number, listed.article_id, listed.title, listed.published_on, listed.published_at
    from memory.main.quoted
    join memory.main.listed on listed.number = quoted.article
    where quoted.speaker = (select entity from memory.main.known where entity_id = $entity)
    order by listed.published_at desc nulls last, listed.article_id, quoted.start_char
    limit $most
)

select
    said.published_on, quoted.kind, quoted.cue, quoted.negated, quoted.text, quoted.via, quoted.speaker_text, said.title,
    said.article_id, quoted.quote_id, quoted.start_char, quoted.end_char
from memory.main.quoted
join said using (number)
order by said.published_at desc nulls last, said.article_id, quoted.start_char
