-- One row per input seen in a run.

create table inputs (
    run_id varchar not null,
    position integer,
    uri varchar not null,
    source varchar not null,
    outcome varchar not null,
    reason varchar,
    detail varchar,
    document_id varchar,
    captured_at timestamptz,
    seen_at timestamptz not null
);

comment on table inputs is 'one row per input seen in a run';
comment on column inputs.run_id is 'run that saw it';
comment on column inputs.position is 'number of the input in its run, from 1, in the order in which they came; null before schema version 5';
comment on column inputs.uri is 'where it lies: a file URI (a line of a file as #line=N) or a URL; one that was captured or named several times has a row for each';
comment on column inputs.source is 'the SOURCE of the command line, or the configured source, that led to it';
comment on column inputs.outcome is 'stored, unchanged, duplicate or rejected';
comment on column inputs.reason is 'code of why; null when stored';
comment on column inputs.detail is 'what a person needs to act on it, in words';
comment on column inputs.document_id is 'SHA-256 of the content read; null when none could be read';
comment on column inputs.captured_at is 'when the web archive that holds it says that it was fetched; null for what was read or fetched in the run';
comment on column inputs.seen_at is 'when the outcome was committed';
