-- The articles that match, the latest published first; $most of them after the first $skipped.

select article_id, title, outlet, url, language, section, published_on, published_at, word_count, excerpt
from matching
order by published_at desc nulls last, article_id
limit $most offset $skipped
