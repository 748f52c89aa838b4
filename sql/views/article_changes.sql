-- One row per version of an article and run that brought it: what is new, and what has changed.

create or replace view article_changes as

with
brought as (
    select distinct run_id, document_id
    from inputs
    where outcome = 'stored'
)

select
    runs.run_id,
    runs.started_at,
    -- change: new for the first version of an article, updated for a later one
    if(articles.version = 1, 'new', 'updated') as change,
    articles.article_id,
    articles.version,
    articles.is_current,
    articles.title,
    -- title_before: title of the version before; null for a new article
    earlier.title as title_before,
    articles.word_count,
    -- words_before: number of words of the version before; null for a new article
    earlier.word_count as words_before,
    articles.published_at,
    articles.modified_at,
    articles.url
from brought
join runs using (run_id)
join articles using (document_id)
left join articles as earlier
    on earlier.article_id = articles.article_id
    and earlier.version = articles.version - 1;

comment on view article_changes is 'one row per version of an article and run that brought it: what is new, and what has changed: select change, count(*) from article_changes where run_id = (select max(run_id) from runs) group by change';
