-- Numbers of something, with where, when and in whose words, latest first.
-- $object: words of what is counted or measured, or a unit such as percent or USD
-- $place = '': name of a place or country; any by default
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

select published_on, text, value, value_max, comparison, unit, object, place, starts_at, speaker, outlet, url
from figures_by_place
where (contains(lower(object), lower($object)) or lower(unit) = lower($object))
    and ($place = '' or lower(place) = lower($place))
    and coalesce(published_on >= nullif($since, '')::date, $since = '')
    and coalesce(published_on <= nullif($until, '')::date, $until = '')
order by published_on desc nulls last, url, start_char
limit $limit::integer
