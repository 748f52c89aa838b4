-- What the lake holds: articles, versions, raw documents; its snapshots; and its last run.

with

last_run as (
    select command, started_at, status
    from runs
    order by started_at desc
    limit 1
)

select
    (select count(distinct article_id) from articles) as articles,
    (select count(*) from articles) as versions,
    (select count(*) from documents) as documents,
    (select count(*) from ducklake_snapshots('lake')) as snapshots,
    (select min(snapshot_time) from ducklake_snapshots('lake')) as oldest_snapshot,
    (select command from last_run) as last_run,
    (select started_at from last_run) as last_run_started,
    (select status from last_run) as last_run_status,
    (select count(*) from forgettings where purged_at is null) as removals_to_complete
