-- One row when the attached lake has its tables, none when it is new.

select table_name
from duckdb_tables()
where database_name = 'lake' and table_name = 'schema_versions'
