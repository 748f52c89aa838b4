-- The current articles that have every one of $words in title or text, and the facets and days that are asked for.

select
    article_id, version, title, outlet, url, language, section, published_on, published_at, word_count,
    if(
        len($words::varchar[]) = 0,
        null,
        substr(text, greatest(1, instr(lower(text), ($words::varchar[])[1]) - 80)::bigint, 240)
    ) as excerpt
from (
    select *, coalesce(site, regexp_extract(url, '^https?://(?:www\.)?([^/:?#]+)', 1)) as outlet
    from current_articles
)
where
    ($outlet::varchar is null or outlet = $outlet)
    and ($language::varchar is null or language = $language)
    and ($section::varchar is null or section = $section)
    and ($since::date is null or published_on >= $since)
    and ($until::date is null or published_on <= $until)
    and (
        $entity::varchar is null
        or (article_id, version) in (select (article_id, version) from entities where entity_id = $entity)
    )
    and (
        $place::bigint is null
        or (article_id, version) in (select (article_id, version) from places where geonames_id = $place)
    )
    and (
        len($words::varchar[]) = 0
        or list_bool_and(list_transform($words::varchar[], lambda word: contains(lower(concat_ws(' ', title, text)), word)))
    )
