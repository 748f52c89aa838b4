-- One row per removal with `newslake forget`.

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
comment on column forgettings.forgetting_id is 'identifier of the removal, a UUID that sorts by time';
comment on column forgettings.forgotten_at is 'when the rows were removed';
comment on column forgettings.asked_by is 'what was asked for: url, source, entity, article or older_than; not which';
comment on column forgettings.articles is 'articles removed';
comment on column forgettings.versions is 'versions of articles removed';
comment on column forgettings.documents is 'raw documents removed';
comment on column forgettings.inputs is 'lines of `inputs` that lost their address and all else that tells what it was';
comment on column forgettings.purged_at is 'when the last file that held some of it was gone; null while that is to be done: `newslake maintain` does it';
