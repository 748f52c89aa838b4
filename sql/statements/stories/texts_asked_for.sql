-- One row per article asked for that has possible copies, with its text.

with alike as (
    select distinct unnest(alike) as place
    from possible_copies
)

select
    article_id,
    text
from articles
where is_current and article_id in (select $article_ids[place + 1] from alike)
