-- Articles that a run and those after it brought: new ones and new versions.
-- $run = '': identifier of the run, or its beginning; the latest run by default
-- $change = '': new or updated; both by default
-- $limit = '200': most rows

with
first_run as (
    select coalesce(min(started_at) filter (where starts_with(run_id, nullif($run, ''))), if($run = '', max(started_at), null)) as started_at
    from runs
)

select
    article_changes.started_at as run_started,
    article_changes.change,
    article_changes.title,
    article_changes.title_before,
    article_changes.word_count,
    article_changes.words_before,
    article_changes.url,
    article_changes.article_id,
    article_changes.version
from article_changes
join first_run on article_changes.started_at >= first_run.started_at
where $change in ('', article_changes.change)
order by article_changes.started_at desc, article_changes.change, article_changes.title, article_changes.article_id
limit $limit::integer
