-- One row per version of an article of the lake: what it says, when and where that was read; of one whose raw document
-- is lost, its address.

create or replace temp table known_articles as

select
    articles.article_id, articles.version, articles.fingerprint, coalesce(documents.uri, articles.url) as uri, articles.is_current,
    articles.fetched_at
from articles
left join documents using (document_id)
