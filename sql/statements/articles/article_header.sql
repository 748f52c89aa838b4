-- What a person wants to know of an article before its text.

select
    title, subtitle, array_to_string(authors, ', ') as authors, published_at, published_at_from, published_precision, modified_at, site,
    section, language, word_count, comment_count, license, paywalled, url, canonical_url, article_id, version, text
from articles
where article_id = $article_id and version = $version
