-- What an entity says in current articles, the latest first; $most of them.

select
    listed.published_on, quotes.kind, quotes.cue, quotes.negated, quotes.text, quotes.via, quotes.speaker_text,
    listed.title, quotes.article_id, quotes.quote_id, quotes.start_char, quotes.end_char
from quotes
join memory.main.listed using (article_id, version)
where quotes.speaker_entity_id = $entity
order by listed.published_at desc nulls last, quotes.article_id, quotes.start_char
limit $most
