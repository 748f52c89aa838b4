-- What an entity says in current articles, the latest first; $most of them.

with
said as materialized (
    select quoted.lake_row, quoted.start_char, listed.article_id, listed.title, listed.published_on, listed.published_at
    from memory.main.quoted
    join memory.main.known on known.entity = quoted.speaker
    join memory.main.listed on listed.number = quoted.article
    where known.entity_id = $entity
    order by listed.published_at desc nulls last, listed.article_id, quoted.start_char
    limit $most
)

select
    said.published_on, quotes.kind, quotes.cue, quotes.negated, quotes.text, quotes.via, quotes.speaker_text, said.title,
    said.article_id, quotes.quote_id, quotes.start_char, quotes.end_char
from quotes
join said on said.lake_row = quotes.rowid
order by said.published_at desc nulls last, said.article_id, said.start_char
