-- Each input has its number and each capture its time, so that several of one address are told apart.

alter table inputs add column position integer;
alter table inputs add column captured_at timestamptz;

comment on column inputs.position is 'number of the input in its run, from 1, in the order in which they came; null before schema version 5';
comment on column inputs.uri is 'where it lies: a file URI (a line of a file as #line=N) or a URL; one that was captured or named several times has a row for each';
comment on column inputs.captured_at is 'when the web archive that holds it says that it was fetched; null for what was read or fetched in the run';

alter table articles add column fetched_at timestamptz;

-- A document is kept once, with the time when it first came: a later version that has it again is no older than those before it.
update articles
set fetched_at = times.fetched_at
from (
    select
        article_id, version,
        max(documents.fetched_at) over (partition by article_id order by version) as fetched_at
    from articles
    join documents using (document_id)
) as times
where articles.article_id = times.article_id and articles.version = times.version;

comment on column articles.fetched_at is 'when this version was read, fetched, or captured by the web archive that holds it';
comment on column articles.is_current is 'whether this is its latest version: the one that was fetched last';
comment on column articles.version is 'version of the article, from 1, in the order in which they came into the lake';
