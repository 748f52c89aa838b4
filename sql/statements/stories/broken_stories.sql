-- One row per story one of whose articles has another current version now, or none.

select distinct stories.story_id
from stories
anti join (select article_id, version from articles where is_current) using (article_id, version)
