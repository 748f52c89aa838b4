-- One row per version that the lake knows of the articles asked for.

select article_id, version, fingerprint, uri, is_current, fetched_at
from known_articles
where article_id in (select unnest($article_ids::varchar[]))
order by article_id, version
