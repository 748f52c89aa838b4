-- One row per number of people killed, wounded, missing, abducted, detained, displaced or infected, with where and who says so.

create or replace view casualties as

select
    -- day: day it holds for as far as the article tells, else the day of publication
    coalesce(times.starts_at::date, articles_by_outlet.published_on) as day,
    -- place: place that the number holds for, by the fullest name that the article gives it; for a country its common English name
    places.name as place,
    places.country_code,
    -- harm: killed, wounded, missing, abducted, detained, displaced or infected
    figures.unit as harm,
    figures.value,
    figures.value_max,
    figures.comparison,
    figures.approximate,
    figures.object,
    -- said_by: who gives the number: the entity by its fullest name, else the speaker as the sentence has it; null when the article itself does
    coalesce(speakers.name, quotes.speaker_text) as said_by,
    articles_by_outlet.outlet,
    figures.text,
    articles_by_outlet.published_at,
    articles_by_outlet.title,
    articles_by_outlet.url,
    figures.article_id,
    figures.figure_id,
    figures.quote_id,
    figures.start_char,
    figures.end_char
from figures
join articles_by_outlet using (article_id, version)
left join entities as places
    on places.article_id = figures.article_id
    and places.version = figures.version
    and places.entity_id = figures.place_entity_id
left join entities as speakers
    on speakers.article_id = figures.article_id
    and speakers.version = figures.version
    and speakers.entity_id = figures.speaker_entity_id
left join quotes
    on quotes.article_id = figures.article_id
    and quotes.version = figures.version
    and quotes.quote_id = figures.quote_id
left join times
    on times.article_id = figures.article_id
    and times.version = figures.version
    and times.time_id = figures.time_id
where figures.unit in ('killed', 'wounded', 'missing', 'abducted', 'detained', 'displaced', 'infected');

comment on view casualties is 'one row per number of people killed, wounded, missing, abducted, detained, displaced or infected, with where and who says so: select day, place, value, said_by, outlet from casualties where harm = ''killed''';
