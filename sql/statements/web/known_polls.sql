-- One row per feed, sitemap, list of pages or archive: what its server said last, if that poll left nothing to do, and
-- when it last brought something new.

with failed as (  -- a page that we failed on is to be tried again, which needs what announces it once more
    select distinct run_id, source
    from inputs
    where reason = 'failed'
),

habits as (
    select url, coalesce(max(polled_at) filter (fetched is distinct from 0), min(polled_at)) as changed_at
    from polls
    group by url
),

last_polls as (
    select run_id, source, url, etag, last_modified, complete, polled_at
    from polls
    qualify row_number() over (partition by url order by polled_at desc) = 1
)

select
    last_polls.url,
    if(complete and failed.run_id is null, etag, null) as etag,
    if(complete and failed.run_id is null, last_modified, null) as last_modified,
    polled_at,
    changed_at
from last_polls
join habits using (url)
left join failed using (run_id, source)
