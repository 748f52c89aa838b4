-- One row per file of the lake whose checksum was recorded: its path below the lake's tables, and its SHA-256.

select path, sha256
from __ducklake_metadata_lake.newslake_checksums
