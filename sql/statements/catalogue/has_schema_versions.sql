-- One row when the attached lake has its tables, none when it is new.

select table_name
from __ducklake_metadata_lake.ducklake_table
where table_name = 'schema_versions' and end_snapshot is null
