-- One row per article that has a band of its sketch in common with others that are asked for, with those.

create or replace temp table possible_copies as

with current_bands as (
    select
        sketches.article_id,
        unnest(sketches.bands) as band
    from sketches
    join articles using (article_id, version)
    where articles.is_current
),

asked as (
    select
        article_id,
        band
    from current_bands
    where article_id in (select unnest($article_ids::varchar []))
)

select
    current_bands.article_id,
    list(distinct asked.article_id) as alike
from asked
join current_bands using (band)
where asked.article_id <> current_bands.article_id
group by current_bands.article_id
