-- Who said something to somebody, such as to a news agency: what followed told, warned or said to.
-- $to: name of who was spoken to, or a part of it
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

select published_on, coalesce(speaker, speaker_text) as speaker, cue, entity as said_to, text, outlet, url
from who_said_about_whom
where relation = 'to'
    and contains(lower(entity), lower($to))
    and coalesce(published_on >= nullif($since, '')::date, $since = '')
    and coalesce(published_on <= nullif($until, '')::date, $until = '')
order by published_on desc nulls last, url, start_char
limit $limit::integer
