-- One row when the catalogue of the lake is in PostgreSQL.

select database_name
from duckdb_databases()
where database_name = 'lake' and starts_with(path, 'postgres:')
