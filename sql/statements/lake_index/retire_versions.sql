-- The versions so far of these articles are no longer the latest.

update articles
set is_current = false
where is_current and article_id in (select unnest($article_ids::varchar[]))
