-- How much each outlet published by week: articles, different stories, words.
-- $outlet = '': name of an outlet; all by default
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default

select week, outlet, outlet_country, articles, stories, words
from coverage_by_week
where ($outlet = '' or lower(outlet) = lower($outlet))
    and coalesce(week >= date_trunc('week', nullif($since, '')::date), $since = '')
    and coalesce(week <= nullif($until, '')::date, $until = '')
order by week desc nulls last, articles desc, outlet
