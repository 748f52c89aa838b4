-- One row per article: its current version, and the snapshot that brought its row.

select article_id, version, snapshot_id
from articles
where is_current
