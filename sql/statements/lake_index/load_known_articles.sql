-- One row per version of an article of the lake: what it says, when and where that was read.

create or replace temp table known_articles as

select
    articles.article_id, articles.version, articles.fingerprint, documents.uri, articles.is_current,
    articles.fetched_at
from articles
join documents using (document_id)
