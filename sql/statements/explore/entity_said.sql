-- What an entity says in current articles, the latest first; $most of them.

select
    current_articles.published_on, quotes.kind, quotes.cue, quotes.negated, quotes.text, quotes.via, quotes.speaker_text,
    current_articles.title, quotes.article_id, quotes.quote_id, quotes.start_char, quotes.end_char
from quotes
join current_articles using (article_id, version)
where quotes.speaker_entity_id = $entity
order by current_articles.published_at desc nulls last, quotes.article_id, quotes.start_char
limit $most
