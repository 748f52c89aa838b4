-- One row per day, pair of countries and type of event: what articles say has happened between them.

create or replace view events_of_countries as

select
    events_by_day.day,
    events_by_day.actor_country,
    events_by_day.recipient_country,
    events_by_day.event_type,
    -- events: number of times that articles tell of one
    count(*) as events,
    -- articles: number of articles that do
    count(distinct events_by_day.article_id) as articles,
    -- stories: number of different stories among them: copies of one another count once
    count(distinct coalesce(stories.story_id, events_by_day.article_id)) as stories
from events_by_day
left join stories using (article_id)
where events_by_day.actor_country is not null
    and events_by_day.recipient_country is not null
    and events_by_day.tense = 'past'
    and not events_by_day.negated
    and not events_by_day.hypothetical
group by all;

comment on view events_of_countries is 'one row per day, pair of countries and type of event that articles say has happened: select day, event_type, events from events_of_countries where actor_country = ''USA'' and recipient_country = ''IRQ''';
