-- The blocks of the document that a version of an article was read from, in reading order.

select kept, role, reason, text
from blocks
where article_id = $article_id and version = $version
order by position
