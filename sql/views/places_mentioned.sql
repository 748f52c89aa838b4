-- One row per place of a current article, with how often the article mentions it.

create or replace view places_mentioned as

select
    places.name,
    places.country_code,
    places.admin1,
    places.feature_code,
    places.latitude,
    places.longitude,
    places.geonames_id,
    -- mentions: how often the article mentions it
    count(*) as mentions,
    current_articles.published_at,
    current_articles.published_on,
    current_articles.title,
    current_articles.url,
    places.article_id
from places
join current_articles using (article_id, version)
where places.geonames_id is not null
group by all;

comment on view places_mentioned is 'one row per place of a current article, with how often the article mentions it: select name, sum(mentions) from places_mentioned where country_code = ''UKR'' group by name';
