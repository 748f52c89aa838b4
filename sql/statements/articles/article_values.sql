-- One row per value read from the text of an article: what it was read as, and the table and entity that it is of.

with
named as materialized (
    select entity_id, name, kind, country_code, role
    from entities
    where article_id = $article_id and version = $version
),

entity_values as (
    select
        mentions.start_char, mentions.end_char, mentions.text, named.kind, concat_ws(', ', named.name, named.country_code, named.role) as value,
        'mentions' as origin, null::integer as number, named.entity_id, mentions.method, mentions.confidence
    from mentions
    join named using (entity_id)
    where article_id = $article_id and version = $version
),

quote_values as (
    select
        quotes.start_char, quotes.end_char, quotes.text, quotes.kind || ' quote' as kind,
        concat_ws(
            ' ', quotes.speaker_text, '(' || nullif(speakers.name, quotes.speaker_text) || ')', quotes.cue, 'via ' || quotes.via
        ) as value,
        'quotes' as origin, quotes.quote_id as number, quotes.speaker_entity_id as entity_id, quotes.method, quotes.confidence
    from quotes
    left join named as speakers on speakers.entity_id = quotes.speaker_entity_id
    where quotes.article_id = $article_id and quotes.version = $version
),

written_figures as (
    -- 2,500 and 3.5, as news write them, and not 2500.0
    select
        *,
        if(value = trunc(value), coalesce(format('{:,}', try_cast(value as bigint)), value::varchar), value::varchar) as written,
        if(value_max = trunc(value_max), coalesce(format('{:,}', try_cast(value_max as bigint)), value_max::varchar), value_max::varchar)
            as written_max
    from figures
    where article_id = $article_id and version = $version
),

figure_values as (
    select
        start_char, end_char, text, 'figure' as kind,
        concat_ws(' ', if(approximate, 'about', null), comparison, written, '-' || written_max, unit, object) as value,
        'figures' as origin, figure_id as number, place_entity_id as entity_id, method, confidence
    from written_figures
),

time_values as (
    select
        start_char, end_char, text, 'time' as kind, concat_ws(' ', granularity, starts_at::varchar) as value,
        'times' as origin, time_id as number, null as entity_id, method, confidence
    from times
    where article_id = $article_id and version = $version
),

place_values as (
    select
        start_char, end_char, text, 'toponym' as kind, concat_ws(', ', name, admin1, country_code, geonames_id::varchar) as value,
        'places' as origin, place_id as number, null as entity_id, method, confidence
    from places
    where article_id = $article_id and version = $version
),

event_values as (
    select
        trigger_start_char as start_char, trigger_end_char as end_char, trigger as text, 'event' as kind,
        concat_ws(' ', event_type, '| ' || actor_text, '| ' || recipient_text, if(negated, '| negated', null)) as value,
        'events' as origin, event_id as number, actor_entity_id as entity_id, method, confidence
    from events
    where article_id = $article_id and version = $version
)

from entity_values
union all from quote_values
union all from figure_values
union all from time_values
union all from place_values
union all from event_values
order by start_char, end_char, kind
