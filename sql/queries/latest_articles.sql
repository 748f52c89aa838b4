-- The latest articles.
-- $outlet = '': name of an outlet; any by default
-- $language = '': ISO 639-1 code, such as en; any by default
-- $section = '': name of a section; any by default
-- $limit = '50': most rows

select published_at, outlet, title, section, language, word_count, url, article_id
from articles_by_outlet
where ($outlet = '' or lower(outlet) = lower($outlet))
    and $language in ('', language)
    and ($section = '' or lower(section) = lower($section))
order by published_at desc nulls last, fetched_at desc, article_id
limit $limit::integer
