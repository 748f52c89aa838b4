-- One row per file of the lake: its path below the lake's tables, and the SHA-256 that it had when it was written.

create table if not exists __ducklake_metadata_lake.newslake_checksums (path varchar, sha256 varchar)
