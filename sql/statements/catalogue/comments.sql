-- One row per column of a table of the lake, with what it is said to mean; empty when nothing is said.

select table_name, column_name, coalesce(comment, '') as comment
from duckdb_columns()
where database_name = 'lake' and schema_name = 'main'
