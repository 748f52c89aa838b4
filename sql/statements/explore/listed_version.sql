-- The version of an article that is the current one, as the explorer's listing has it.

select version
from memory.main.listed
where article_id = $article_id
