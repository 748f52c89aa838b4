-- One row per document that an article was read from.

select document_id from articles where article_id = $article
