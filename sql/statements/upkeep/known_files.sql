-- One row per file that a snapshot of the lake reads: its table, its path below the lake's tables, size and rows.
-- `rows` is null for a file of deletions.

with

files as (
    select table_id, path, path_is_relative, file_size_bytes, record_count as rows
    from __ducklake_metadata_lake.ducklake_data_file
    union all
    select table_id, path, path_is_relative, file_size_bytes, null
    from __ducklake_metadata_lake.ducklake_delete_file
),

folders as (
    select tables.table_id, tables.table_name, schemas.path || tables.path as folder
    from __ducklake_metadata_lake.ducklake_table as tables
    join __ducklake_metadata_lake.ducklake_schema as schemas using (schema_id)
    qualify row_number() over (partition by tables.table_id order by tables.begin_snapshot desc) = 1
)

select
    folders.table_name,
    if(files.path_is_relative, folders.folder || files.path, files.path) as path,
    files.file_size_bytes,
    files.rows
from files
join folders using (table_id)
order by path
