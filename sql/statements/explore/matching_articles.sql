-- The current articles that were $found by their words, or all, and have the facets and days that are asked for.

select
    article_id, version, title, outlet, url, language, section, published_on, published_at, word_count,
    list_position($found::varchar[], article_id) as rank
from memory.main.listed
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
    and ($found::varchar[] is null or article_id in (select unnest($found::varchar[])))
