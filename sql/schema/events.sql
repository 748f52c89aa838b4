-- One row per event: who did what to whom.

create table events (
    article_id varchar not null,
    version integer not null,
    event_id integer not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    event_type varchar not null,
    trigger varchar not null,
    trigger_start_char integer not null,
    trigger_end_char integer not null,
    actor_entity_id varchar,
    actor_text varchar,
    actor_start_char integer,
    actor_end_char integer,
    actor_country varchar,
    actor_sector varchar,
    recipient_entity_id varchar,
    recipient_text varchar,
    recipient_start_char integer,
    recipient_end_char integer,
    recipient_country varchar,
    recipient_sector varchar,
    place_id integer,
    time_id integer,
    tense varchar not null,
    negated boolean not null,
    hypothetical boolean not null,
    method varchar not null,
    confidence double
);

comment on table events is 'one row per event: who did what to whom';
comment on column events.article_id is 'article the row belongs to';
comment on column events.version is 'version of that article, from 1';
comment on column events.event_id is 'number of the event in its article, from 1';
comment on column events.start_char is 'offset of the first character in articles.text, in code points, from 0';
comment on column events.end_char is 'offset after the last character, so that text[start_char:end_char] is the span';
comment on column events.text is 'the span itself, exactly as it stands in the article';
comment on column events.event_type is 'one of PLOVER''s 16 types, such as ASSAULT: docs/events.md says what each means';
comment on column events.trigger is 'words that tell the event, as they stand in the article';
comment on column events.trigger_start_char is 'offset of the trigger in articles.text';
comment on column events.trigger_end_char is 'offset after the trigger';
comment on column events.actor_entity_id is 'entity of the actor';
comment on column events.actor_text is 'actor as the sentence gives it';
comment on column events.actor_start_char is 'offset of actor_text in articles.text';
comment on column events.actor_end_char is 'offset after actor_text';
comment on column events.actor_country is 'country of the actor, ISO 3166-1 alpha-3';
comment on column events.actor_sector is 'sector of the actor in PLOVER: GOV, MIL, REB, OPP, CVL, …';
comment on column events.recipient_entity_id is 'entity of the recipient';
comment on column events.recipient_text is 'recipient as the sentence gives it';
comment on column events.recipient_start_char is 'offset of recipient_text in articles.text';
comment on column events.recipient_end_char is 'offset after recipient_text';
comment on column events.recipient_country is 'country of the recipient, ISO 3166-1 alpha-3';
comment on column events.recipient_sector is 'sector of the recipient in PLOVER: GOV, MIL, REB, OPP, CVL, …';
comment on column events.place_id is 'toponym of where it happened';
comment on column events.time_id is 'temporal expression of when';
comment on column events.tense is 'past, present or future';
comment on column events.negated is 'whether the article says that it did not happen';
comment on column events.hypothetical is 'whether it is only possible, asked for or conditional';
comment on column events.method is 'rule or model that read the value';
comment on column events.confidence is 'share of certainty from 0 to 1; null where the method gives none';
