-- The articles that match, those found by words the best first, else the latest published; $most of them after the first $skipped.

select article_id, title, outlet, url, language, section, published_on, published_at, word_count
from matching
order by rank, published_at desc nulls last, article_id
limit $most offset $skipped
