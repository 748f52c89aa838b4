-- The functions that DuckDB itself brings and that stand in expressions, but for those that its own plans alone use.

select distinct lower(function_name)
from duckdb_functions()
where function_type in ('scalar', 'aggregate', 'macro')
    and function_name not like '\_\_internal%' escape '\'
