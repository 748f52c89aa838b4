-- One row per article of the stories that the articles asked for belong to.

select
    article_id,
    version,
    story_id,
    relation,
    like_article_id,
    similarity
from stories
where story_id in (select story_id from stories where article_id in (select unnest($article_ids::varchar [])))
