-- Take note of the latest versions of articles.

insert into known_articles (article_id, version, fingerprint, uri)
select
    unnest($article_ids::varchar[]), unnest($versions::integer[]), unnest($fingerprints::varchar[]), unnest($uris::varchar[])
