-- One row per current article that has a sketch and no story yet, at most $most of them.

select
    articles.article_id,
    articles.version
from articles
join sketches using (article_id, version)
anti join stories using (article_id, version)
where articles.is_current
order by articles.article_id
limit $most
