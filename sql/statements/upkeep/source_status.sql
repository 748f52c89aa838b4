-- One row per source: when a run last had an answer of it and a new article, how many came in the last day before $now
-- beside a usual one of the four weeks before, and how long after publication. Those that were last seen 90 days ago are left out.

with

seen as (
    select source, seen_at, outcome <> 'rejected' as is_answer, outcome = 'stored' as is_stored
    from inputs
    where seen_at <= $now::timestamptz and reason is distinct from 'not_due' and source <> 'forgotten'
    union all
    select source, polled_at, true, false
    from polls
    where polled_at <= $now::timestamptz
),

lasts as (
    select
        source,
        max(seen_at) as last_seen,
        max(seen_at) filter (is_answer) as last_success,
        max(seen_at) filter (is_stored) as last_article,
        count(*) filter (is_stored and seen_at > $now::timestamptz - interval 1 day) as articles_last_day
    from seen
    group by source
    having max(seen_at) > $now::timestamptz - interval 90 day
),

days as (  -- counted back from now, so that the last one is whole
    select
        source,
        date_diff('hour', seen_at, $now::timestamptz) // 24 as days_ago,
        count(*) filter (is_stored) as articles
    from seen
    where seen_at <= $now::timestamptz - interval 1 day and seen_at > $now::timestamptz - interval 29 day
    group by all
),

habits as (
    select source, median(articles) as usual_articles_a_day
    from days
    group by source
),

lags as (
    select documents.source, median(date_diff('second', articles.published_at, articles.fetched_at)) as lag_seconds
    from articles
    join documents using (document_id)
    where
        articles.published_precision <> 'day'
        and articles.fetched_at > $now::timestamptz - interval 7 day
        and articles.published_at <= articles.fetched_at
    group by documents.source
)

select
    source, last_seen, last_success, last_article, articles_last_day, usual_articles_a_day, round(lag_seconds)::bigint as lag_seconds
from lasts
left join habits using (source)
left join lags using (source)
order by source
