-- The level that files of the lake are compressed at.

select value from ducklake_options('lake') where option_name = 'parquet_compression_level' and scope = 'GLOBAL'
