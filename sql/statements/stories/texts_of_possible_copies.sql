-- One row per possible copy of articles asked for, with its text and the places of those.

select
    articles.article_id,
    articles.text,
    possible_copies.alike
from possible_copies
join articles using (article_id)
where articles.is_current
