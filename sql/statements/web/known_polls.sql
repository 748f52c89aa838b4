-- One row per feed, sitemap, list of pages or archive: what its server said last, if that poll left nothing to do, and
-- when it last brought something new.

with failed as (  -- a page that we failed on is to be tried again, which needs what announces it once more
    select distinct run_id, source
    from inputs
    where reason = 'failed'
),

last_seen as (
    select source, uri, document_id
    from inputs
    where document_id is not null
    qualify row_number() over (partition by uri order by seen_at desc, position desc) = 1
),

lost as (  -- so is one whose raw document is lost
    select distinct source
    from last_seen
    anti join documents using (document_id)
),

news as (
    select distinct run_id, source
    from inputs
    where outcome = 'stored'
),

habits as (  -- what was fetched and was nothing new does not count
    select
        polls.url,
        coalesce(max(polls.polled_at) filter (news.run_id is not null and polls.fetched is distinct from 0), min(polls.polled_at))
        as changed_at
    from polls
    left join news on polls.run_id = news.run_id and polls.source = news.source
    group by polls.url
),

last_polls as (
    select run_id, source, url, etag, last_modified, complete, polled_at
    from polls
    qualify row_number() over (partition by url order by polled_at desc) = 1
),

judged as (
    select last_polls.*, complete and failed.run_id is null and lost.source is null as left_nothing
    from last_polls
    left join failed using (run_id, source)
    left join lost using (source)
)

select
    judged.url,
    if(left_nothing, etag, null) as etag,
    if(left_nothing, last_modified, null) as last_modified,
    polled_at,
    changed_at,
    left_nothing as complete
from judged
join habits using (url)
