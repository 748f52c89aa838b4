-- Note that a run begins.

insert into runs by name
select
    $run_id as run_id, $command as command, now() as started_at, 'running' as status, 0 as stored, 0 as unchanged, 0 as duplicate, 0 as rejected,
    $newslake_version as newslake_version, max(version) as schema_version
from schema_versions
