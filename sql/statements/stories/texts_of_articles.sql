-- One row per current article asked for, with its text.

select
    article_id,
    text
from articles
where is_current and article_id in (select unnest($article_ids::varchar []))
