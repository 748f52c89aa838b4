-- Zstandard with the encodings of Parquet's second version takes less than half of what DuckLake's defaults do.
call lake.set_option('parquet_compression', 'zstd');
call lake.set_option('parquet_version', 2);
