-- One row per outlet and week: how much it published.

create or replace view coverage_by_week as

select
    articles_by_outlet.outlet,
    articles_by_outlet.outlet_country,
    -- week: Monday of the week of publication; null for articles that do not say when they were published
    date_trunc('week', articles_by_outlet.published_on)::date as week,
    -- articles: number of articles
    count(*) as articles,
    -- stories: number of different stories among them: copies of one another count once
    count(distinct coalesce(stories.story_id, articles_by_outlet.article_id)) as stories,
    -- words: number of words of all of them
    sum(articles_by_outlet.word_count)::bigint as words
from articles_by_outlet
left join stories using (article_id, version)
group by all;

comment on view coverage_by_week is 'one row per outlet and week: how much it published: select week, outlet, articles from coverage_by_week order by week, articles desc';
