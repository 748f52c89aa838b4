-- One row per figure of a current article, with the place and the time that it holds for, and who says it.

create or replace view figures_by_place as

select
    -- place: place that the figure holds for, by the fullest name that the article gives it; for a country its common English name
    entities.name as place,
    entities.country_code,
    figures.value,
    figures.value_max,
    figures.comparison,
    figures.approximate,
    figures.unit,
    figures.object,
    -- speaker: who says it, by the fullest name that the article gives; null when it stands in no quotation, or that leaves it open
    speakers.name as speaker,
    times.starts_at,
    times.ends_at,
    figures.text,
    articles_by_outlet.published_at,
    articles_by_outlet.published_on,
    articles_by_outlet.outlet,
    articles_by_outlet.title,
    articles_by_outlet.url,
    figures.article_id,
    figures.figure_id,
    figures.start_char,
    figures.end_char
from figures
join articles_by_outlet using (article_id, version)
left join entities
    on entities.article_id = figures.article_id
    and entities.version = figures.version
    and entities.entity_id = figures.place_entity_id
left join entities as speakers
    on speakers.article_id = figures.article_id
    and speakers.version = figures.version
    and speakers.entity_id = figures.speaker_entity_id
left join times
    on times.article_id = figures.article_id
    and times.version = figures.version
    and times.time_id = figures.time_id;

comment on view figures_by_place is 'one row per figure of a current article, with the place and the time that it holds for, and who says it: select place, value, object from figures_by_place where unit = ''killed''';
