-- The versions of articles whose rows are about to be replaced.

create or replace temp table replaced as

select unnest($article_ids::varchar[]) as article_id, unnest($versions::integer[]) as version
