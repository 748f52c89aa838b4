-- Row groups are what DuckDB skips and what its threads share, and each costs a little for each column that is read: a quarter of its
-- own size finds the rows of one article fastest. The texts of articles are most of what they weigh, so there they are smaller still.
call lake.set_option('parquet_row_group_size', 32768);
call lake.set_option('parquet_row_group_size', 4096, table_name => 'articles');
