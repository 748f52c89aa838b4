-- A current article, if there is one.

select article_id, version
from memory.main.listed
limit 1
