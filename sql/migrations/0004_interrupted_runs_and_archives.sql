-- A run that was cut off is noted as interrupted.

comment on column runs.ended_at is 'when it ended; null while it runs, and when it was killed';
comment on column runs.status is 'running, completed, failed, or interrupted: stopped or killed, and what it committed stands';

-- Archives are fetched too.
comment on table polls is 'one row per poll of a feed, sitemap, list of pages or archive';
