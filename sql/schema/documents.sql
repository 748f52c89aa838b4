-- One row per distinct raw document.

create table documents (
    document_id varchar not null,
    uri varchar not null,
    source varchar not null,
    media_type varchar,
    charset varchar,
    fetched_at timestamptz not null,
    http_status integer,
    etag varchar,
    last_modified varchar,
    size_bytes bigint not null,
    content blob not null,
    announced_title varchar,
    announced_authors varchar[],
    announced_published_at timestamptz,
    announced_published_on date,
    announced_published_precision varchar,
    opt_outs varchar[]
);

comment on table documents is 'one row per distinct raw document';
comment on column documents.document_id is 'SHA-256 of the content, in hexadecimal';
comment on column documents.uri is 'where it was first read';
comment on column documents.source is 'source that led to it';
comment on column documents.media_type is 'what its content is: text/html, application/xhtml+xml, text/plain, application/json; null when it is none of them';
comment on column documents.charset is 'character encoding it was decoded with, by its WHATWG name; null when it could not be';
comment on column documents.fetched_at is 'when the content was read';
comment on column documents.http_status is 'status of the HTTP response; null for a file';
comment on column documents.etag is 'ETag of the HTTP response';
comment on column documents.last_modified is 'Last-Modified of the HTTP response, as sent';
comment on column documents.size_bytes is 'length of the content in bytes';
comment on column documents.content is 'the content, compressed with zstd';
comment on column documents.announced_title is 'title that the feed or sitemap gave which led to it; null for none';
comment on column documents.announced_authors is 'authors that the feed gave which led to it; null for none';
comment on column documents.announced_published_at is 'time of publication that the feed or sitemap gave which led to it; null for none';
comment on column documents.announced_published_on is 'day of that time in the zone that it was given in; null for none';
comment on column documents.announced_published_precision is 'precision of that time: second, minute or day; null for none';
comment on column documents.opt_outs is 'reservations against AI or text mining found when it was fetched, such as header: noai; null for a file';
