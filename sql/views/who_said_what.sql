-- One row per quotation or reported statement of a current article, with who says it.

create or replace view who_said_what as

select
    articles_by_outlet.published_at,
    articles_by_outlet.published_on,
    -- speaker: who says it, by the fullest name that the article gives; null when it leaves that open
    entities.name as speaker,
    entities.role as speaker_role,
    quotes.speaker_text,
    quotes.cue,
    quotes.kind,
    quotes.negated,
    quotes.text,
    quotes.via,
    quotes.method,
    articles_by_outlet.outlet,
    articles_by_outlet.title,
    articles_by_outlet.url,
    quotes.article_id,
    quotes.quote_id,
    quotes.start_char,
    quotes.end_char
from quotes
join articles_by_outlet using (article_id, version)
left join entities
    on entities.article_id = quotes.article_id
    and entities.version = quotes.version
    and entities.entity_id = quotes.speaker_entity_id;

comment on view who_said_what is 'one row per quotation or reported statement of a current article, with who says it: select speaker, text from who_said_what where kind = ''direct''';
