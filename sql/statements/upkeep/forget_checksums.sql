-- Drop the checksums of the files $paths, which are no more.

delete from __ducklake_metadata_lake.newslake_checksums
where path in (select unnest($paths::varchar[]))
