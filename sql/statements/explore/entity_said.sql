-- What an entity says in current articles, the latest first; $most of them.

with
said as materialized (
    select listed.article_id, listed.version, quoted.quote_id, listed.title, listed.published_on, listed.published_at
    from memory.main.quoted
    join memory.main.known on known.entity = quoted.speaker
    join memory.main.listed on listed.number = quoted.article
    where known.entity_id = $entity
    order by listed.published_at desc nulls last, listed.article_id, quoted.start_char
    limit $most
),

their_quotes as (
    select article_id, version, quote_id, kind, cue, negated, text, via, speaker_text, start_char, end_char
    from quotes
    where article_id in (select article_id from said)
)

select
    said.published_on, their_quotes.kind, their_quotes.cue, their_quotes.negated, their_quotes.text, their_quotes.via,
    their_quotes.speaker_text, said.title, said.article_id, said.quote_id, their_quotes.start_char, their_quotes.end_char
from said
join their_quotes using (article_id, version, quote_id)
order by said.published_at desc nulls last, said.article_id, their_quotes.start_char
