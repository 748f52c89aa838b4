-- How many people were killed, wounded and so on, where, and who says so: latest day first.
-- $place = '': name of a place or country, or a country's ISO 3166-1 alpha-3 code; any by default
-- $harm = 'killed': killed, wounded, missing, abducted, detained, displaced or infected; all with an empty one
-- $since = '': first day that it holds for, such as 2024-01-31; any by default
-- $until = '': last day that it holds for; any by default
-- $limit = '50': most rows

select
    day,
    place,
    harm,
    comparison,
    value,
    value_max,
    object,
    said_by,
    outlet,
    text,
    url
from casualties
where $harm in ('', harm)
    and ($place = '' or lower($place) in (lower(place), lower(country_code)))
    and coalesce(day >= nullif($since, '')::date, $since = '')
    and coalesce(day <= nullif($until, '')::date, $until = '')
order by day desc nulls last, place, value desc, outlet
limit $limit::integer
