-- Places by the number of articles that mention them, with coordinates for a map.
-- $country = '': ISO 3166-1 alpha-3 code, such as UKR; all by default
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

select name, admin1, country_code, latitude, longitude, count(*) as articles, sum(mentions)::bigint as mentions
from places_mentioned
where $country in ('', country_code)
    and coalesce(published_on >= nullif($since, '')::date, $since = '')
    and coalesce(published_on <= nullif($until, '')::date, $until = '')
group by all
order by articles desc, mentions desc, name
limit $limit::integer
