-- A version of an article: the one that is asked for, else the current one.

select
    article_id, version, is_current, title, subtitle, authors, site, section, topics, language, published_at, published_at_from,
    published_precision, published_on, modified_at, word_count, comment_count, license, paywalled, url, canonical_url, fetched_at,
    document_id, text
from articles
where article_id = $article_id and if($version::integer is null, is_current, version = $version)
