-- Articles that have changed since they were first read, the latest change first.
-- $limit = '50': most rows

select
    first_versions.title as first_title,
    articles_by_outlet.title,
    articles_by_outlet.version as versions,
    articles_by_outlet.word_count - first_versions.word_count as words_added,
    articles_by_outlet.outlet,
    articles_by_outlet.fetched_at as last_read,
    articles_by_outlet.url,
    articles_by_outlet.article_id
from articles_by_outlet
join articles as first_versions
    on first_versions.article_id = articles_by_outlet.article_id
    and first_versions.version = 1
where articles_by_outlet.version > 1
order by articles_by_outlet.fetched_at desc, articles_by_outlet.article_id
limit $limit::integer
