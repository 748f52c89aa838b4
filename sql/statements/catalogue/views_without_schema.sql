-- The views of DuckDB's own that a name without schema means.

select lower(view_name)
from duckdb_views()
where schema_name <> 'information_schema'
