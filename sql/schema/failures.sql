-- One row per step that failed on an article or a document.

create table failures (
    article_id varchar,
    version integer,
    document_id varchar not null,
    step varchar not null,
    error varchar not null,
    location varchar not null
);

comment on table failures is 'one row per step that failed on an article or a document';
comment on column failures.article_id is 'article that lacks what the step would have read; null when the document gave none';
comment on column failures.version is 'version of that article, from 1';
comment on column failures.document_id is 'document that it failed on';
comment on column failures.step is 'read, parse, entities, times, places, quotes, figures or events; extract when memory was short';
comment on column failures.error is 'what went wrong, in the words of the code';
comment on column failures.location is 'where in the code: folder, file and line';
