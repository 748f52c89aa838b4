-- One row per article and country that it names or that one of its places lies in.

create or replace view coverage_of_countries as

with
named as (
    select
        entities.article_id,
        entities.version,
        entities.country_code,
        count(*) as mentions
    from entities
    join mentions using (article_id, version, entity_id)
    where entities.country_code is not null
        and entities.kind in ('country', 'nationality', 'place')
    group by all
)

select
    -- country_code: ISO 3166-1 alpha-3 code of the country
    named.country_code,
    -- mentions: how often the article names it, its people or a place in it
    named.mentions,
    articles_by_outlet.published_on,
    articles_by_outlet.published_at,
    articles_by_outlet.outlet,
    articles_by_outlet.outlet_country,
    articles_by_outlet.title,
    articles_by_outlet.url,
    articles_by_outlet.article_id
from named
join articles_by_outlet using (article_id, version);

comment on view coverage_of_countries is 'one row per article and country that it names, its people or a place in it: select country_code, count(*) from coverage_of_countries group by country_code';
