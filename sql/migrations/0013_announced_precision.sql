-- What a feed says of a time is kept as precisely as it says it; before, each was taken for a second in UTC.

alter table documents add column announced_published_on date;
alter table documents add column announced_published_precision varchar;

update documents
set
    announced_published_on = (announced_published_at at time zone 'UTC')::date,
    announced_published_precision = 'second'
where announced_published_at is not null;
