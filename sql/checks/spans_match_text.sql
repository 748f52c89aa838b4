-- One row per span whose text is not what stands at its offsets in the article.

with
spans as (
    select 'mentions' as table_name, article_id, version, start_char, end_char, text from mentions
    union all
    select 'quotes', article_id, version, start_char, end_char, text from quotes
    union all
    select 'quotes.speaker', article_id, version, speaker_start_char, speaker_end_char, speaker_text from quotes where speaker_start_char is not null
    union all
    select 'figures', article_id, version, start_char, end_char, text from figures
    union all
    select 'times', article_id, version, start_char, end_char, text from times
    union all
    select 'places', article_id, version, start_char, end_char, text from places
    union all
    select 'events', article_id, version, start_char, end_char, text from events
    union all
    select 'events.trigger', article_id, version, trigger_start_char, trigger_end_char, trigger from events
    union all
    select 'events.actor', article_id, version, actor_start_char, actor_end_char, actor_text from events where actor_start_char is not null
    union all
    select 'events.recipient', article_id, version, recipient_start_char, recipient_end_char, recipient_text from events where recipient_start_char is not null
    union all
    select 'entities.role', article_id, version, role_start_char, role_end_char, role from entities where role_start_char is not null
    union all
    select 'links', article_id, version, start_char, end_char, anchor from links
),

read_back as (
    select spans.*, substring(articles.text, spans.start_char + 1, spans.end_char - spans.start_char) as found
    from spans
    left join articles using (article_id, version)
)

select table_name, article_id, version, start_char, end_char, text, found
from read_back
where found is distinct from text
