-- What others say in current articles in words that mention an entity, the latest first; $most of them.

with naming as (
    select distinct quotes.article_id, quotes.version, quotes.quote_id
    from mentions
    join quotes using (article_id, version)
    where
        mentions.entity_id = $entity
        and mentions.start_char >= quotes.start_char
        and mentions.end_char <= quotes.end_char
        and quotes.speaker_entity_id is distinct from $entity
)

select
    current_articles.published_on, speakers.name as speaker, quotes.speaker_text, quotes.cue, quotes.text,
    quotes.speaker_entity_id, current_articles.title, quotes.article_id, quotes.quote_id, quotes.start_char, quotes.end_char
from naming
join quotes using (article_id, version, quote_id)
join current_articles using (article_id, version)
left join entities as speakers
    on speakers.article_id = quotes.article_id
    and speakers.version = quotes.version
    and speakers.entity_id = quotes.speaker_entity_id
order by current_articles.published_at desc nulls last, quotes.article_id, quotes.start_char
limit $most
