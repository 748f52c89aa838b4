-- One row per table and view of the lake, with what it holds.

with
declared_tables as (
    select table_name as name, 'table' as type, comment
    from duckdb_tables()
    where database_name = 'lake' and schema_name = 'main'
),

views as (
    select view_name as name, 'view' as type, comment
    from duckdb_views()
    where database_name = 'lake' and schema_name = 'main' and not internal
)

from declared_tables
union all from views
order by type, name
