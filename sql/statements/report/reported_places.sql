-- The places that matching articles mention, with how many of them do, and how often; $most of them.

select
    places.geonames_id,
    any_value(places.name) as name,
    any_value(places.country_code) as country_code,
    any_value(places.latitude) as latitude,
    any_value(places.longitude) as longitude,
    count(distinct places.article_id) as articles,
    count(*) as mentions
from places
join matching using (article_id, version)
where places.geonames_id is not null
group by places.geonames_id
order by articles desc, mentions desc, name
limit $most
