-- One row per document of the lake, as it came; without those that say what the article of another one says.
-- Of $article_ids alone those that their versions were read from, of null all; those that come after $after in the order.

with copies as (
    select document_id
    from inputs
    group by document_id
    having bool_or(reason in ('same_text', 'same_article')) and not bool_or(outcome in ('stored', 'rejected'))
),

wanted as (
    select document_id
    from articles
    where article_id in (select unnest($article_ids::varchar[]))
)

select
    document_id, uri, source, content, fetched_at, http_status, etag, last_modified, media_type, charset,
    announced_title, announced_authors, announced_published_at, announced_published_on,
    announced_published_precision, opt_outs
from documents
anti join copies using (document_id)
where
    document_id > $after
    and ($article_ids is null or document_id in (from wanted))
order by document_id
