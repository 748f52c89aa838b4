-- The current articles with what the explorer lists and narrows down by, held in memory for as long as the lake stays as it is.

create or replace table memory.main.listed as
select article_id, version, title, outlet, url, language, section, published_on, published_at, word_count
from articles_by_outlet
