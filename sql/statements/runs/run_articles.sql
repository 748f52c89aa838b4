-- One row per article that the run stored, the latest published first; $most of them.

select articles.title, articles.url, articles.published_at, articles.version
from inputs
join articles using (document_id)
where inputs.run_id = $run_id and inputs.outcome = 'stored'
order by articles.published_at desc nulls last, articles.url
limit $most
