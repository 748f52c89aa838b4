-- What one country did to another by day, as far as articles tell that it happened.
-- $actor = '': ISO 3166-1 alpha-3 code of who acts, such as USA; any by default
-- $recipient = '': ISO 3166-1 alpha-3 code of whom it befalls; any by default
-- $type = '': one of PLOVER's types, such as ASSAULT; any by default
-- $since = '': first day, such as 2024-01-31; any by default
-- $until = '': last day; any by default

select day, actor_country, event_type, recipient_country, events, articles, stories
from events_of_countries
where $actor in ('', actor_country)
    and $recipient in ('', recipient_country)
    and $type in ('', event_type)
    and coalesce(day >= nullif($since, '')::date, $since = '')
    and coalesce(day <= nullif($until, '')::date, $until = '')
order by day desc nulls last, events desc, actor_country, recipient_country, event_type
