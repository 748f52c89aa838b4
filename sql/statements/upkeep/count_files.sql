-- How many files the latest snapshot of the lake reads, and their size in bytes.

with files as (
    select file_size_bytes from __ducklake_metadata_lake.ducklake_data_file where end_snapshot is null
    union all
    select file_size_bytes from __ducklake_metadata_lake.ducklake_delete_file where end_snapshot is null
)

select count(*), coalesce(sum(file_size_bytes), 0) from files
