-- Events that happened in a place, latest first, with the words that tell them.
-- $place: name of the place
-- $type = '': one of PLOVER's types, such as ASSAULT; any by default
-- $limit = '50': most rows

select day, day_is_told, event_type, actor_text, recipient_text, text, outlet, url
from events_by_day
where lower(place) = lower($place)
    and $type in ('', event_type)
    and tense = 'past'
    and not negated
    and not hypothetical
order by day desc nulls last, url, start_char
limit $limit::integer
