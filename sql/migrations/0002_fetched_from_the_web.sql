-- What is needed to fetch from the web: what led to a document, what its server reserves, and how polls ended.

alter table documents add column announced_title varchar;
alter table documents add column announced_authors varchar[];
alter table documents add column announced_published_at timestamptz;
alter table documents add column opt_outs varchar[];

comment on column documents.announced_title is 'title that the feed or sitemap gave which led to it; null for none';
comment on column documents.announced_authors is 'authors that the feed gave which led to it; null for none';
comment on column documents.announced_published_at is 'time of publication that the feed or sitemap gave which led to it; null for none';
comment on column documents.opt_outs is 'reservations against AI or text mining found when it was fetched, such as header: noai; null for a file';

create table polls (
    run_id varchar not null,
    url varchar not null,
    source varchar not null,
    polled_at timestamptz not null,
    http_status integer not null,
    etag varchar,
    last_modified varchar,
    announced integer not null,
    complete boolean not null
);

comment on table polls is 'one row per poll of a feed, sitemap or list of pages';
comment on column polls.run_id is 'run that polled it';
comment on column polls.url is 'address that was asked for';
comment on column polls.source is 'source that it belongs to';
comment on column polls.polled_at is 'when it answered';
comment on column polls.http_status is 'status of the HTTP response; 304 when nothing had changed';
comment on column polls.etag is 'ETag of the HTTP response, sent with the next poll';
comment on column polls.last_modified is 'Last-Modified of the HTTP response, as sent, sent with the next poll';
comment on column polls.announced is 'articles that it announced';
comment on column polls.complete is 'whether each of them ended for good; if not, the next poll asks for all of it again';
