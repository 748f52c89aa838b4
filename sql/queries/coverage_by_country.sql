-- In how many articles and outlets each country was named, by week of publication.
-- $country = '': ISO 3166-1 alpha-3 code, such as UKR; all by default
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default

select
    date_trunc('week', published_on)::date as week,
    country_code,
    count(distinct article_id) as articles,
    count(distinct outlet) as outlets,
    sum(mentions)::bigint as mentions
from coverage_of_countries
where $country in ('', country_code)
    and coalesce(published_on >= nullif($since, '')::date, $since = '')
    and coalesce(published_on <= nullif($until, '')::date, $until = '')
group by all
order by week desc nulls last, articles desc, country_code
