-- What the explorer lists and narrows down by, held in memory for as long as the lake stays as it is: the current articles, the
-- entities that they name by number, which article, by its number, names which, and where they quote whom.
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

create or replace table memory.main.quoted as
select listed.number as article, quotes.quote_id, quotes.start_char, quotes.end_char, known.entity as speaker
from quotes
join memory.main.listed using (article_id, version)
left join memory.main.known on known.entity_id = quotes.speaker_entity_id;

drop table naming;

commit
