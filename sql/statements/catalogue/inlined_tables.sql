-- The tables of the catalogue that hold rows of the lake.

select table_name
from __ducklake_metadata_lake.ducklake_inlined_data_tables
