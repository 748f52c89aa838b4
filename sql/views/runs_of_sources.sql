-- One row per run and source that it asked: how many articles it brought, and whether it could be read.

create or replace view runs_of_sources as

with

asked as (
    select
        inputs.source,
        inputs.run_id,
        inputs.seen_at,
        inputs.outcome = 'stored' as is_article,
        -- A run of several sources is failed by one of them: the one whose own address was rejected.
        inputs.outcome = 'rejected' and inputs.document_id is null and runs.status = 'failed'
        and (inputs.uri = inputs.source or runs.stored + runs.unchanged + runs.duplicate = 0) as has_failed,
        coalesce(inputs.detail, inputs.reason) as reason
    from inputs
    join runs using (run_id)
    where inputs.reason is distinct from 'not_due'

    union all

    select source, run_id, polled_at, false, false, null
    from polls
)

select
    source,
    run_id,
    -- asked_at: when the source last answered in the run, or failed to
    max(seen_at) as asked_at,
    -- articles: number of articles that it brought: new ones, and new versions
    count(*) filter (is_article) as articles,
    -- has_failed: whether the source could not be read
    bool_or(has_failed) as has_failed,
    -- reason: why it could not be read; null when it could
    arg_max(reason, seen_at) filter (has_failed) as reason
from asked
group by source, run_id;

comment on view runs_of_sources is 'one row per run and source that it asked: how many articles it brought, and whether it could be read: select asked_at, reason from runs_of_sources where has_failed';
