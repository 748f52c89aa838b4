-- One row per article asked for, as it is now.

select article_id, version, title, outlet, language, published_at, url, text
from articles_by_outlet
where article_id in (select unnest($article_ids::varchar []))
