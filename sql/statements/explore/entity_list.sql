-- The entities of current articles whose name, or the whole of another name of theirs, holds $words, of $kind or any; $most of them.

select entity_id, kind, name, country_code, articles
from memory.main.known
where
    ($kind::varchar is null or kind = $kind)
    and (
        $words::varchar is null
        or contains(lower(name), lower($words))
        or list_contains(list_transform(aliases, lambda alias: lower(alias)), lower($words))
    )
order by articles desc, name
limit $most
