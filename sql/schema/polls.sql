-- One row per poll of a feed, sitemap, list of pages or archive.

create table polls (
    run_id varchar not null,
    url varchar not null,
    source varchar not null,
    polled_at timestamptz not null,
    http_status integer not null,
    etag varchar,
    last_modified varchar,
    announced integer not null,
    complete boolean not null,
    fetched integer
);

comment on table polls is 'one row per poll of a feed, sitemap, list of pages or archive';
comment on column polls.run_id is 'run that polled it';
comment on column polls.url is 'address that was asked for';
comment on column polls.source is 'source that it belongs to';
comment on column polls.polled_at is 'when it answered';
comment on column polls.http_status is 'status of the HTTP response; 304 when nothing had changed';
comment on column polls.etag is 'ETag of the HTTP response, sent with the next poll';
comment on column polls.last_modified is 'Last-Modified of the HTTP response, as sent, sent with the next poll';
comment on column polls.announced is 'articles that it announced';
comment on column polls.complete is 'whether each of them ended for good; if not, the next poll asks for all of it again';
comment on column polls.fetched is 'articles of them that were new or had changed, and were fetched; null for a poll before schema version 3';
