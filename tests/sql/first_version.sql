-- The tables of a lake of schema version 1.

create table articles (
    article_id varchar not null,
    version integer not null,
    is_current boolean not null,
    document_id varchar not null,
    url varchar not null,
    canonical_url varchar,
    site varchar,
    title varchar,
    title_from varchar,
    subtitle varchar,
    authors varchar[] not null,
    authors_from varchar,
    published_at timestamptz,
    published_at_from varchar,
    published_precision varchar,
    modified_at timestamptz,
    modified_at_from varchar,
    language varchar,
    language_from varchar,
    section varchar,
    section_from varchar,
    topics varchar[] not null,
    image_url varchar,
    comment_count integer,
    text varchar not null,
    word_count integer not null,
    license varchar,
    paywalled boolean,
    fingerprint varchar not null
);

create table blocks (
    article_id varchar not null,
    version integer not null,
    position integer not null,
    kept boolean not null,
    role varchar not null,
    reason varchar not null,
    text varchar not null,
    start_char integer,
    end_char integer
);

create table documents (
    document_id varchar not null,
    uri varchar not null,
    source varchar not null,
    media_type varchar not null,
    charset varchar not null,
    fetched_at timestamptz not null,
    http_status integer,
    etag varchar,
    last_modified varchar,
    size_bytes bigint not null,
    content blob not null
);

create table entities (
    article_id varchar not null,
    version integer not null,
    entity_id varchar not null,
    kind varchar not null,
    name varchar not null,
    aliases varchar[] not null,
    country_code varchar,
    geonames_id bigint,
    role varchar,
    role_start_char integer,
    role_end_char integer,
    method varchar not null,
    confidence double
);

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

create table figures (
    article_id varchar not null,
    version integer not null,
    figure_id integer not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    value double not null,
    value_max double,
    approximate boolean not null,
    comparison varchar,
    unit varchar,
    object varchar,
    place_entity_id varchar,
    time_id integer,
    method varchar not null,
    confidence double
);

create table inputs (
    run_id varchar not null,
    uri varchar not null,
    source varchar not null,
    outcome varchar not null,
    reason varchar,
    detail varchar,
    document_id varchar,
    seen_at timestamptz not null
);

create table links (
    article_id varchar not null,
    version integer not null,
    url varchar not null,
    anchor varchar not null,
    start_char integer not null,
    end_char integer not null
);

create table mentions (
    article_id varchar not null,
    version integer not null,
    entity_id varchar not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    label varchar not null,
    method varchar not null,
    confidence double
);

create table places (
    article_id varchar not null,
    version integer not null,
    place_id integer not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    geonames_id bigint,
    name varchar,
    latitude double,
    longitude double,
    country_code varchar,
    admin1 varchar,
    feature_code varchar,
    method varchar not null,
    confidence double
);

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
    method varchar not null,
    confidence double
);

create table runs (
    run_id varchar not null,
    command varchar not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    status varchar not null,
    stored integer not null,
    unchanged integer not null,
    duplicate integer not null,
    rejected integer not null,
    newslake_version varchar not null,
    model varchar,
    schema_version integer not null
);

create table schema_versions (
    version integer not null,
    newslake_version varchar not null,
    applied_at timestamptz not null
);

create table stories (
    article_id varchar not null,
    version integer not null,
    story_id varchar not null,
    relation varchar not null,
    similarity double not null
);

create table times (
    article_id varchar not null,
    version integer not null,
    time_id integer not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    starts_at timestamp,
    ends_at timestamp,
    granularity varchar,
    method varchar not null,
    confidence double
);

insert into schema_versions values (1, '0.1.0', timestamptz '2026-01-02 03:04:05+00');
