-- One row per data file of a lake and file of deletions of it, null for none, in the dialect of SQLite: the paths are
-- those below the lake's tables, the rows those that the latest snapshot reads of the data file.

with folders as (
    select tables.table_id, tables.table_name, schemas.path || tables.path as folder, max(tables.begin_snapshot)
    from ducklake_table as tables
    join ducklake_schema as schemas using (schema_id)
    group by tables.table_id
)

select
    files.data_file_id,
    folders.table_name,
    case
        when files.end_snapshot is null and deletions.end_snapshot is null
            then files.record_count - coalesce(deletions.delete_count, 0)
        else 0
    end as rows_left,
    iif(files.path_is_relative, folders.folder || files.path, files.path) as path,
    deletions.delete_file_id,
    iif(deletions.path_is_relative, folders.folder || deletions.path, deletions.path) as deletions_path,
    deletions.end_snapshot is null as are_current
from ducklake_data_file as files
join folders using (table_id)
left join ducklake_delete_file as deletions using (data_file_id)
