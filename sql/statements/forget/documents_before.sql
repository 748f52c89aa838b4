-- One row per document of the articles that came last before a time, and per other document that was last seen before.

with

articles_before as (
    select article_id
    from articles
    group by article_id
    having max(fetched_at) < $before::timestamptz
),

last_seen as (
    select document_id, max(seen_at) as seen_at
    from inputs
    group by document_id
)

select articles.document_id
from articles
join articles_before using (article_id)
union
select documents.document_id
from documents
left join last_seen using (document_id)
anti join articles using (document_id)
where greatest(documents.fetched_at, coalesce(last_seen.seen_at, documents.fetched_at)) < $before::timestamptz
