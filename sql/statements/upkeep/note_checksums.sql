-- Record the checksums $sha256 of the files $paths.

insert into __ducklake_metadata_lake.newslake_checksums (path, sha256)
select unnest($paths::varchar[]), unnest($sha256::varchar[])
