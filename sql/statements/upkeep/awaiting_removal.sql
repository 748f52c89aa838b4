-- One row per file that no snapshot reads any more and that maintenance will remove: its path below the lake's tables.

select path
from __ducklake_metadata_lake.ducklake_files_scheduled_for_deletion
