-- One row per article that the lake knows of those asked for.

select article_id, version, fingerprint, uri
from known_articles
where article_id in (select unnest($article_ids::varchar[]))
