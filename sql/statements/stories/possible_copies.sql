-- One row per pair of an article asked for and another whose sketches have a band in common.

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

select distinct
    asked.article_id,
    current_bands.article_id as other
from asked
join current_bands using (band)
where asked.article_id <> current_bands.article_id
order by 1, 2
