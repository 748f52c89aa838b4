-- One row per feed, sitemap or list of pages whose last poll left nothing to do, with what its server said then.

with last_polls as (
    select url, etag, last_modified, complete
    from polls
    qualify row_number() over (partition by url order by polled_at desc) = 1
)

select url, etag, last_modified
from last_polls
where complete
