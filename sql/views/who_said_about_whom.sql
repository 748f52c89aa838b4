-- One row per quotation of a current article and entity that it is about or spoken to.

create or replace view who_said_about_whom as

with
about as (
    select distinct
        quotes.article_id,
        quotes.version,
        quotes.quote_id,
        mentions.entity_id,
        'about' as relation
    from quotes
    join mentions
        on mentions.article_id = quotes.article_id
        and mentions.version = quotes.version
        and mentions.start_char >= quotes.start_char
        and mentions.end_char <= quotes.end_char
        and mentions.entity_id is distinct from quotes.speaker_entity_id
),

after_the_cue as (
    select
        quotes.article_id,
        quotes.version,
        quotes.quote_id,
        quotes.cue,
        mentions.entity_id,
        substring(articles.text, quotes.cue_end_char + 1, mentions.start_char - quotes.cue_end_char) as between_them,
        substring(articles.text, mentions.end_char + 1, 12) as behind
    from quotes
    join articles using (article_id, version)
    join mentions
        on mentions.article_id = quotes.article_id
        and mentions.version = quotes.version
        and mentions.start_char between quotes.cue_end_char + 1 and quotes.cue_end_char + 8
        and (mentions.end_char <= quotes.start_char or mentions.start_char >= quotes.end_char)
        and mentions.entity_id is distinct from quotes.speaker_entity_id
),

addressed as (
    select distinct
        article_id,
        version,
        quote_id,
        entity_id,
        'to' as relation
    from after_the_cue
    where (
        between_them in (' to ', ' to the ')
        or (
            between_them in (' ', ' the ')
            -- verbs whose object is who is spoken to
            and cue in ('advise', 'assure', 'inform', 'notify', 'promise', 'remind', 'tell', 'warn')
        )
    )
        -- what follows must not make the name a part of another, as in told Reuters reporters: a mark, or a word that begins something else
        and regexp_matches(behind, '^(?:$|[,.;:?!“”"«»)\n]| (?:[“"«(–—]|(?:that|in|on|at|by|via|from|during|after|before|of|about|to|as|when|while|there|this|it|he|she|they|we|his|her|their|the|an?|how|why|what|if|not|and|but|last|late|earlier)\b))')
),

related as (
    from about
    union all
    from addressed
)

select
    articles_by_outlet.published_on,
    -- speaker: who says it, by the fullest name that the article gives; null when it leaves that open
    speakers.name as speaker,
    quotes.speaker_text,
    quotes.cue,
    -- relation: about for an entity that the quotation names, to for one that it is spoken to, as in told Reuters
    related.relation,
    -- entity: name of the entity that it is about or spoken to
    entities.name as entity,
    -- entity_kind: kind of that entity
    entities.kind as entity_kind,
    -- entity_id: identifier of that entity
    related.entity_id,
    quotes.kind,
    quotes.negated,
    quotes.text,
    articles_by_outlet.outlet,
    articles_by_outlet.title,
    articles_by_outlet.url,
    quotes.article_id,
    quotes.quote_id,
    quotes.start_char,
    quotes.end_char
from related
join quotes using (article_id, version, quote_id)
join articles_by_outlet using (article_id, version)
join entities using (article_id, version, entity_id)
left join entities as speakers
    on speakers.article_id = quotes.article_id
    and speakers.version = quotes.version
    and speakers.entity_id = quotes.speaker_entity_id;

comment on view who_said_about_whom is 'one row per quotation of a current article and entity that it is about or spoken to: select speaker, text from who_said_about_whom where relation = ''about'' and entity = ''Iran''';
