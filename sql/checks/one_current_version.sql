-- One row per article of which not exactly the version that was fetched last is the current one.

select article_id, count(*) filter (is_current) as current_versions, max((fetched_at, version)) as last_version
from articles
group by article_id
having
    current_versions <> 1
    or max((fetched_at, version)) filter (is_current) <> last_version
    or count(distinct version) <> count(*)
