-- One row per Parquet file that the catalogue names, with the folders that it lies in and its size; asked of SQLite itself.

select
    ducklake_schema.path,
    ducklake_table.path,
    files.path,
    files.file_size_bytes
from (
    select table_id, path, file_size_bytes from ducklake_data_file
    union
    select table_id, path, file_size_bytes from ducklake_delete_file
) as files
join ducklake_table on ducklake_table.table_id = files.table_id
join ducklake_schema on ducklake_schema.schema_id = ducklake_table.schema_id
order by 1, 2, 3
