-- One row per version that the lake's tables have had.

create table schema_versions (
    version integer not null,
    newslake_version varchar not null,
    applied_at timestamptz not null
);

comment on table schema_versions is 'one row per version that the lake''s tables have had';
comment on column schema_versions.version is 'number of the version';
comment on column schema_versions.newslake_version is 'newslake that made it';
comment on column schema_versions.applied_at is 'when it was made';
