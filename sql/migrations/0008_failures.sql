-- A step that fails is recorded, and the documents are kept that could not be decoded.

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

alter table documents alter column media_type drop not null;
alter table documents alter column charset drop not null;

comment on column articles.article_id is 'UUIDv5 of the canonical URL when it is on the host of url, else of url, in the URL namespace of RFC 9562';
comment on column articles.fingerprint is 'SHA-256 of title, authors, published_at and text before what recurs in its publication was dropped: equal for two versions that say the same';
comment on column entities.geonames_id is 'identifier in GeoNames of a country or place; null when the article leaves open which is meant';
comment on column documents.media_type is 'what its content is: text/html, application/xhtml+xml, text/plain, application/json; null when it is none of them';
comment on column documents.charset is 'character encoding it was decoded with, by its WHATWG name; null when it could not be';
