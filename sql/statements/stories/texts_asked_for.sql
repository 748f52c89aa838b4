-- One row per article asked for that has possible copies, with its text.

select
    article_id,
    text
from articles
where is_current and article_id in (select unnest(alike) from possible_copies)
