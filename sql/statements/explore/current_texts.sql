-- The current articles asked for, with their texts.

select article_id, text
from articles
where is_current and article_id in (select unnest($article_ids::varchar[]))
