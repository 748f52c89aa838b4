-- The day of publication in the page's own zone, and the title for search engines.

alter table articles add column seo_title varchar;
comment on column articles.seo_title is 'title that the page gives search engines, where it is another one';

alter table articles add column published_on date;
comment on column articles.published_on is 'day of first publication as the page itself says it, in its own zone; null when published_at is';

comment on column articles.title is 'the headline that a reader sees, without site name, kicker and the like';

-- The day in UTC is what days were counted by so far; reprocess reads the page's own.
update articles set published_on = (published_at at time zone 'UTC')::date where published_at is not null;
