-- One row per quotation or reported statement.

create table quotes (
    article_id varchar not null,
    version integer not null,
    quote_id integer not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    kind varchar not null,
    speaker_entity_id varchar,
    speaker_text varchar,
    speaker_start_char integer,
    speaker_end_char integer,
    cue varchar,
    cue_start_char integer,
    cue_end_char integer,
    via varchar,
    negated boolean,
    method varchar not null,
    confidence double
);

comment on table quotes is 'one row per quotation or reported statement';
comment on column quotes.article_id is 'article the row belongs to';
comment on column quotes.version is 'version of that article, from 1';
comment on column quotes.quote_id is 'number of the quotation in its article, from 1';
comment on column quotes.start_char is 'offset of the first character in articles.text, in code points, from 0';
comment on column quotes.end_char is 'offset after the last character, so that text[start_char:end_char] is the span';
comment on column quotes.text is 'the span itself, exactly as it stands in the article';
comment on column quotes.kind is 'direct, indirect or mixed';
comment on column quotes.speaker_entity_id is 'entity that speaks; null when it is not named';
comment on column quotes.speaker_text is 'speaker as the sentence gives it';
comment on column quotes.speaker_start_char is 'offset of speaker_text in articles.text';
comment on column quotes.speaker_end_char is 'offset after speaker_text';
comment on column quotes.cue is 'lemma of the word that reports the speech, or the colon or dash that does';
comment on column quotes.cue_start_char is 'offset of the cue in articles.text';
comment on column quotes.cue_end_char is 'offset after the cue';
comment on column quotes.via is 'channel it was said through, such as Telegram';
comment on column quotes.negated is 'whether the article says that it was not said, as in never said that; null for a quotation read before the column was there';
comment on column quotes.method is 'rule or model that read the value';
comment on column quotes.confidence is 'share of certainty from 0 to 1; null where the method gives none';
