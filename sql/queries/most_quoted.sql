-- Who is quoted most: quotations, articles and outlets.
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

select
    speaker,
    count(*) as quotes,
    count(*) filter (where kind = 'direct') as direct_quotes,
    count(distinct article_id) as articles,
    count(distinct outlet) as outlets
from who_said_what
where speaker is not null
    and coalesce(published_on >= nullif($since, '')::date, $since = '')
    and coalesce(published_on <= nullif($until, '')::date, $until = '')
group by speaker
order by articles desc, quotes desc, speaker
limit $limit::integer
