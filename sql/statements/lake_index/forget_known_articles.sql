-- Drop what is known of these articles, before what is now known is noted.

delete from known_articles
where article_id in (select unnest($article_ids::varchar[]))
