-- How often each outlet quoted a person or organization, by month.
-- $speaker: name of the speaker, or a part of it
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default

select
    date_trunc('month', published_on)::date as month,
    outlet,
    count(*) as quotes,
    count(distinct article_id) as articles
from who_said_what
where contains(lower(coalesce(speaker, speaker_text)), lower($speaker))
    and coalesce(published_on >= nullif($since, '')::date, $since = '')
    and coalesce(published_on <= nullif($until, '')::date, $until = '')
group by all
order by month desc nulls last, quotes desc, outlet
