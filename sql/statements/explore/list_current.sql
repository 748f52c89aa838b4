-- What the explorer lists, narrows down by and shows of an entity, held in memory for as long as the lake stays as it is: the current
-- articles by number, the entities that they name by number, and what of quotations, events and places these pages show. In Parquet,
-- sixteen quotations of a million lie in as many groups of rows, each of which is unpacked for one. The articles' texts stay in the lake.
-- In one transaction: a page that asks meanwhile has the old ones, whose rows fit together. The number of a quotation or event is the
-- one that DuckDB gives its row (rowid) at the end of it, by which a few of a million are found at once.

begin;

create or replace table memory.main.listed as
select
    row_number() over ()::integer as number, article_id, version, title, outlet, url, language, section, published_on, published_at,
    word_count
from articles_by_outlet;

create or replace temp table naming as
select
    entities.entity_id, entities.kind, entities.name, entities.country_code, entities.aliases, entities.role, listed.number as article
from entities
join memory.main.listed using (article_id, version);

create or replace table memory.main.known as
select
    row_number() over (order by mode(name), entity_id)::integer as entity,
    entity_id,
    any_value(kind) as kind,
    mode(name) as name,
    mode(country_code) as country_code,
    list_sort(list_distinct(flatten(list(aliases)))) as aliases,
    list_sort(list(distinct role) filter (where role is not null)) as roles,
    count(*) as articles
from naming
group by entity_id;

create or replace table memory.main.named as
select known.entity, naming.article
from naming
join memory.main.known using (entity_id)
order by known.entity;

create or replace table memory.main.naming_lists as
select article, list(entity) as entities
from memory.main.named
group by article;

create or replace table memory.main.quoted as
select
    row_number() over () - 1 as number, listed.number as article, known.entity as speaker, quotes.quote_id, quotes.start_char,
    quotes.end_char, quotes.kind, quotes.cue, quotes.negated, quotes.text, quotes.via, quotes.speaker_text
from quotes
join memory.main.listed using (article_id, version)
left join memory.main.known on known.entity_id = quotes.speaker_entity_id;

create or replace table memory.main.spoken as
select speaker, number as quotation, article, quote_id
from memory.main.quoted
where speaker is not null
order by speaker;

create or replace temp table mentioned as
select known.entity, listed.number as article, mentions.start_char, mentions.end_char
from mentions
join memory.main.listed using (article_id, version)
join memory.main.known using (entity_id);

create or replace table memory.main.told as
select distinct mentioned.entity, quoted.number as quotation, quoted.article, quoted.quote_id
from mentioned
join memory.main.quoted using (article)
where
    quoted.speaker is distinct from mentioned.entity
    and mentioned.start_char >= quoted.start_char
    and mentioned.end_char <= quoted.end_char
order by mentioned.entity;

create or replace table memory.main.acted as
select
    row_number() over () - 1 as number, listed.number as article, actors.entity as actor, recipients.entity as recipient, events.event_id,
    coalesce(times.starts_at::date, listed.published_on) as day, events.event_type, events.actor_text, events.trigger,
    events.recipient_text, places.name as place, events.tense, events.negated, events.hypothetical,
    events.trigger_start_char as start_char, events.trigger_end_char as end_char
from events
join memory.main.listed using (article_id, version)
left join memory.main.known as actors on actors.entity_id = events.actor_entity_id
left join memory.main.known as recipients on recipients.entity_id = events.recipient_entity_id
left join times using (article_id, version, time_id)
left join places using (article_id, version, place_id);

create or replace table memory.main.taking_part as
select actor as entity, number as happened, article, event_id
from memory.main.acted
where actor is not null
union
select recipient as entity, number as happened, article, event_id
from memory.main.acted
where recipient is not null
order by entity;

create or replace table memory.main.placed as
select places.geonames_id, listed.number as article, count(*)::integer as mentions
from places
join memory.main.listed using (article_id, version)
where places.geonames_id is not null
group by places.geonames_id, listed.number;

create or replace table memory.main.located as
select
    geonames_id, any_value(name) as name, any_value(country_code) as country_code, any_value(latitude) as latitude,
    any_value(longitude) as longitude
from places
where geonames_id is not null
group by geonames_id;

drop table naming;

drop table mentioned;

commit
