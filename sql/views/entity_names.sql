-- One row per entity and name that current articles give it.

create or replace view entity_names as

with
given as (
    select
        entities.entity_id,
        entities.kind,
        entities.name,
        entities.article_id,
        unnest(list_distinct(list_prepend(entities.name, entities.aliases))) as given_name
    from entities
    join current_articles using (article_id, version)
),

listed as (
    select
        entity_id,
        name as listed_name
    from given
    where name = given_name
    group by entity_id, name
    qualify row_number() over (partition by entity_id order by count(*) desc, name) = 1
)

select
    given.entity_id,
    given.kind,
    -- name: the name that it is listed under in most articles
    listed.listed_name as name,
    -- given_name: a name that articles give it
    given.given_name,
    -- articles: number of articles that do
    count(distinct given.article_id) as articles
from given
join listed using (entity_id)
group by all;

comment on view entity_names is 'one row per entity and name that current articles give it: select name, given_name, articles from entity_names where kind = ''person''';
