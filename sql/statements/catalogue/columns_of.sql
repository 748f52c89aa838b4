-- The columns of one table, in order.

select column_name, data_type, is_nullable, comment
from duckdb_columns()
where table_name = $1
order by column_index
