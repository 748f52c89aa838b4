-- One row per article that the run stored, the latest published first; $most of them.

select articles.title, articles.url, articles.published_at, articles.version
from inputs
join articles
    on articles.document_id = inputs.document_id
    and articles.fetched_at = coalesce(inputs.captured_at, articles.fetched_at)
where inputs.run_id = $run_id and inputs.outcome = 'stored'
-- A text that came back is two versions of one document: the run stored the last.
qualify row_number() over (partition by inputs.position order by articles.version desc) = 1
order by articles.published_at desc nulls last, articles.url
limit $most
