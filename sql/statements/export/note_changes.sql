-- Make the table of the articles touched since a snapshot: what became of each.

create or replace temp table changes as

with
now_there as (
    select article_id, version
    from lake.main.articles
    where is_current
),

then_there as (
    select article_id
    from lake.main.articles at (version => $since)
    where is_current
)

select
    touched.article_id,
    now_there.version,
    case
        when now_there.article_id is null then 'removed'
        when then_there.article_id is null then 'added'
        else 'updated'
    end as change
from touched
left join now_there using (article_id)
left join then_there using (article_id)
where now_there.article_id is not null or then_there.article_id is not null
