-- One row per snapshot that is older than $1 and not the latest.

select snapshot_id
from ducklake_snapshots('lake')
where snapshot_time < now() - $1::interval and snapshot_id < (select max(snapshot_id) from ducklake_snapshots('lake'))
order by snapshot_id
