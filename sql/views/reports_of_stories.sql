-- One row per article of a story that more than one article tells, in the order in which they reported it.

create or replace view reports_of_stories as

with
told as (
    select
        stories.story_id,
        stories.relation,
        stories.similarity,
        articles_by_outlet.*,
        count(*) over (partition by stories.story_id) as articles,
        min(articles_by_outlet.published_at) over (partition by stories.story_id) as first_at
    from stories
    join articles_by_outlet using (article_id, version)
)

select
    story_id,
    -- place: 1 for the article that was published first; those without a date come last
    row_number() over (partition by story_id order by published_at is null, published_at, article_id) as place,
    -- hours_after: hours after the first one; null without a date, and where only days are known a whole number of days
    epoch(published_at - first_at) / 3600 as hours_after,
    outlet,
    -- relation: how it is like its likest copy: exact, near or part
    relation,
    -- similarity: share of runs of four words that it has in common with that copy, 0 to 1
    similarity,
    title,
    published_at,
    published_precision,
    url,
    article_id
from told
where articles > 1;

comment on view reports_of_stories is 'one row per article of a story that more than one tells, in the order in which they reported it: select outlet, hours_after from reports_of_stories where story_id = ''…'' order by place';
