-- The latest versions of the articles that a person may mean by $words: by identifier, address or title.

select article_id, version, title, url
from articles
where
    is_current
    and (
        starts_with(article_id, $words)
        or contains(lower(url), lower($words))
        or contains(lower(title), lower($words))
    )
order by article_id = $words desc, url = $words desc, lower(title) = lower($words) desc, published_at desc, article_id
limit 20
