-- One row per story that more than one article tells: who carried it, and who was first.

create or replace view stories_by_outlets as

with told as (
    select
        stories.story_id,
        stories.relation,
        articles_by_outlet.article_id,
        articles_by_outlet.title,
        articles_by_outlet.url,
        articles_by_outlet.published_at,
        articles_by_outlet.outlet
    from stories
    join articles_by_outlet using (article_id, version)
)

select
    story_id,
    -- title: headline of the first article
    arg_min(title, (published_at is null, published_at, article_id)) as title,
    -- articles: number of articles that tell it
    count(*) as articles,
    -- outlets: number of different outlets among them
    count(distinct outlet) as outlets,
    -- first_outlet: who published it first, by published_at; articles without a date come last
    arg_min(outlet, (published_at is null, published_at, article_id)) as first_outlet,
    -- first_url: address of the first article
    arg_min(url, (published_at is null, published_at, article_id)) as first_url,
    -- first_published_at: when the first dated article appeared
    min(published_at) as first_published_at,
    -- last_published_at: when the last article appeared
    max(published_at) as last_published_at,
    -- exact_copies: number of articles with the same words as another
    count(*) filter (where relation = 'exact') as exact_copies,
    -- carried_by: the outlets, in the order of their names
    list_sort(list(distinct outlet)) as carried_by
from told
group by story_id
having count(*) > 1;

comment on view stories_by_outlets is 'one row per story that more than one article tells: who carried it, and who was first: select title, outlets, first_outlet from stories_by_outlets order by outlets desc';
