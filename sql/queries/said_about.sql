-- What somebody said about somebody or something, over time: by the entities and the words in the quotation.
-- $speaker = '': name of the speaker, or a part of it; anybody by default
-- $about: name of an entity in the quotation, or words of it
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

with
naming as (
    select distinct article_id, quote_id
    from who_said_about_whom
    where relation = 'about' and contains(lower(entity), lower($about))
)

select
    who_said_what.published_on,
    coalesce(who_said_what.speaker, who_said_what.speaker_text) as speaker,
    who_said_what.cue,
    who_said_what.negated,
    who_said_what.text,
    who_said_what.outlet,
    who_said_what.url
from who_said_what
left join naming using (article_id, quote_id)
where ($speaker = '' or contains(lower(coalesce(who_said_what.speaker, who_said_what.speaker_text)), lower($speaker)))
    and (naming.article_id is not null or contains(lower(who_said_what.text), lower($about)))
    and coalesce(who_said_what.published_on >= nullif($since, '')::date, $since = '')
    and coalesce(who_said_what.published_on <= nullif($until, '')::date, $until = '')
order by who_said_what.published_on nulls last, who_said_what.url, who_said_what.start_char
limit $limit::integer
