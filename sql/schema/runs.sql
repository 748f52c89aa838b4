-- One row per pipeline run.

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

comment on table runs is 'one row per pipeline run';
comment on column runs.run_id is 'identifier of the run, a UUID that sorts by time';
comment on column runs.command is 'what it did: ingest, or reprocess, which has no inputs';
comment on column runs.started_at is 'when the run began';
comment on column runs.ended_at is 'when it ended; null while it runs, and when it was killed';
comment on column runs.status is 'running, completed, failed: it broke off or a source itself could not be read, or interrupted: stopped or killed; what it committed stands';
comment on column runs.stored is 'inputs stored';
comment on column runs.unchanged is 'inputs whose content the lake had already';
comment on column runs.duplicate is 'inputs whose content another input brought';
comment on column runs.rejected is 'inputs that gave no article';
comment on column runs.newslake_version is 'version of newslake';
comment on column runs.model is 'spaCy model and its version; null when no article needed one';
comment on column runs.schema_version is 'version of the lake''s tables';
