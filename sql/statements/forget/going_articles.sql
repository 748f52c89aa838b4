-- One row per article that is to be forgotten, with the title and address of its latest version, and its versions.

select
    articles.article_id,
    arg_max(articles.title, articles.version) as title,
    arg_max(articles.url, articles.version) as url,
    count(*) as versions
from articles
semi join going_documents using (document_id)
group by articles.article_id
order by max(articles.fetched_at) desc, articles.article_id
