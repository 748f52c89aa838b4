-- Take note of versions of articles.

insert into known_articles (article_id, version, fingerprint, uri, is_current, fetched_at)
select
    unnest($article_ids::varchar[]), unnest($versions::integer[]), unnest($fingerprints::varchar[]), unnest($uris::varchar[]),
    unnest($is_current::boolean[]), unnest($fetched_at::timestamptz[])
