-- The places that matching articles mention, with how many of them do, and how often; $most of them.

select counted.geonames_id, located.name, located.country_code, located.latitude, located.longitude, counted.articles, counted.mentions
from (
    select geonames_id, count(*) as articles, sum(mentions)::bigint as mentions
    from memory.main.placed
    where article in (select number from matching)
    group by geonames_id
) as counted
join memory.main.located using (geonames_id)
order by counted.articles desc, counted.mentions desc, located.name
limit $most
