-- Stories that several outlets told: who reported each first, and how long until the last one did.
-- $words = '': words of a headline; any by default
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

select
    stories_by_outlets.first_published_at,
    stories_by_outlets.first_outlet,
    stories_by_outlets.title,
    stories_by_outlets.articles,
    stories_by_outlets.outlets,
    date_diff('minute', stories_by_outlets.first_published_at, stories_by_outlets.last_published_at) as minutes_until_last,
    stories_by_outlets.first_url
from stories_by_outlets
where contains(lower(stories_by_outlets.title), lower($words))
    and coalesce(stories_by_outlets.first_published_at::date >= nullif($since, '')::date, $since = '')
    and coalesce(stories_by_outlets.first_published_at::date <= nullif($until, '')::date, $until = '')
order by stories_by_outlets.first_published_at desc nulls last, stories_by_outlets.story_id
limit $limit::integer
