-- The current articles that were $found by their words, or all, and have the facets and days that are asked for.
-- $found are article_ids with a space between them, the best first: as a list, thousands take half a second to be bound.

with found as (
    select article_id, row_number() over () as rank
    from (select unnest(string_split($found::varchar, ' ')) as article_id)
)

select
    number, article_id, version, title, outlet, url, language, section, published_on, published_at, word_count, found.rank
from memory.main.listed
left join found using (article_id)
where
    ($found::varchar is null or found.rank is not null)
    and ($outlet::varchar is null or outlet = $outlet)
    and ($language::varchar is null or language = $language)
    and ($section::varchar is null or section = $section)
    and ($since::date is null or published_on >= $since)
    and ($until::date is null or published_on <= $until)
    and (
        $entity::varchar is null
        or number in (
            select named.article from memory.main.named join memory.main.known using (entity) where known.entity_id = $entity
        )
    )
    and (
        $place::bigint is null
        or number in (select article from memory.main.placed where geonames_id = $place)
    )
