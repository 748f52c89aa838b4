-- One row per event of a current article, with the day it happened, as far as the article tells, and the place.

create or replace view events_by_day as

select
    -- day: day it happened on as far as the article tells, else the day of publication
    coalesce(times.starts_at::date, articles_by_outlet.published_on) as day,
    -- day_is_told: whether the article tells that day
    times.starts_at is not null as day_is_told,
    events.event_type,
    events.actor_text,
    events.actor_country,
    events.actor_sector,
    events.recipient_text,
    events.recipient_country,
    events.recipient_sector,
    -- place: where it happened, by its name in GeoNames; null when that is not told or not known
    places.name as place,
    places.latitude,
    places.longitude,
    events.tense,
    events.negated,
    events.hypothetical,
    events.text,
    articles_by_outlet.published_at,
    articles_by_outlet.outlet,
    articles_by_outlet.title,
    articles_by_outlet.url,
    events.article_id,
    events.event_id,
    events.start_char,
    events.end_char
from events
join articles_by_outlet using (article_id, version)
left join times
    on times.article_id = events.article_id
    and times.version = events.version
    and times.time_id = events.time_id
left join places
    on places.article_id = events.article_id
    and places.version = events.version
    and places.place_id = events.place_id;

comment on view events_by_day is 'one row per event of a current article: its day is the one the article tells, else that of publication (day_is_told), with its place: select day, actor_text, event_type, recipient_text from events_by_day where tense = ''past'' and not negated';
