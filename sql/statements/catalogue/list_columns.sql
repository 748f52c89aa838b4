-- One row per column of a table or view of the lake, in order.

select column_name, data_type, is_nullable, comment
from duckdb_columns()
where database_name = 'lake' and schema_name = 'main' and table_name = $name
order by column_index
