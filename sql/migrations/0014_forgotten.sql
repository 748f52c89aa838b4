-- What was removed with `newslake forget` is told by hashes, so that it does not come back, and small writes stay in the
-- catalogue until they are many.

create table forgettings (
    forgetting_id varchar not null,
    forgotten_at timestamptz not null,
    asked_by varchar not null,
    articles integer not null,
    versions integer not null,
    documents integer not null,
    inputs integer not null,
    purged_at timestamptz
);

comment on table forgettings is 'one row per removal with `newslake forget`';

create table forgotten (
    forgetting_id varchar not null,
    kind varchar not null,
    hash varchar not null
);

comment on table forgotten is 'one row per address, article, document or text that was removed and is not to come back';
