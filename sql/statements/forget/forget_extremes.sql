-- Drop what the catalogue remembers as the least and the greatest text of a column, which may be what was forgotten.
-- Each file has its own, which are those of the rows that it holds now.

update __ducklake_metadata_lake.ducklake_table_column_stats
set min_value = null, max_value = null
