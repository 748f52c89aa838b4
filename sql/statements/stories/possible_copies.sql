-- One row per article that has a band of its sketch in common with others that are asked for, with the places of those
-- in the list. The bands of all are gone through once, against those of the few, and are not held; nor are the names of
-- the few, of each of which thousands may be alike.

create or replace temp table possible_copies as

with few as (
    select
        unnest($article_ids::varchar []) as article_id,
        unnest(range(len($article_ids::varchar [])))::integer as place
),

asked as (
    select
        few.place,
        few.article_id,
        unnest(sketches.bands) as band
    from few
    join sketches using (article_id)
    join articles using (article_id, version)
    where articles.is_current
),

current_bands as not materialized (
    select
        sketches.article_id,
        unnest(sketches.bands) as band
    from sketches
    join articles using (article_id, version)
    where articles.is_current
)

select
    current_bands.article_id,
    list(distinct asked.place) as alike
from current_bands
join asked using (band)
where asked.article_id <> current_bands.article_id
group by current_bands.article_id
