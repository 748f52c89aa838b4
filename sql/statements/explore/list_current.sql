-- What the explorer lists and narrows down by, held in memory for as long as the lake stays as it is: the current articles, the
-- entities that they name by number, which article, by its number, names which and where, whom they quote, what entities do, and the
-- places. Texts stay in the lake: `lake_row` is where a quotation or an event lies there, which finds sixteen of a million at once.
-- In one transaction: a page that asks meanwhile has the old ones, whose rows fit together.

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

create or replace table memory.main.mentioned as
select known.entity, listed.number as article, mentions.start_char, mentions.end_char
from mentions
join memory.main.listed using (article_id, version)
join memory.main.known using (entity_id)
order by known.entity;

create or replace table memory.main.quoted as
select
    listed.number as article, quotes.quote_id, quotes.start_char, quotes.end_char, known.entity as speaker, quotes.rowid as lake_row
from quotes
join memory.main.listed using (article_id, version)
left join memory.main.known on known.entity_id = quotes.speaker_entity_id;

create or replace table memory.main.acted as
select known.entity, listed.number as article, sides.event_id, sides.lake_row
from (
    select article_id, version, event_id, rowid as lake_row, unnest(list_distinct([actor_entity_id, recipient_entity_id])) as entity_id
    from events
) as sides
join memory.main.listed using (article_id, version)
join memory.main.known using (entity_id);

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

commit
