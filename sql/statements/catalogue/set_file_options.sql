-- Zstandard takes half of what Snappy does, DuckLake's default.
-- The first version of Parquet's encodings stays: DuckDB 1.5.5 writes integers in those of the second that pyarrow 26 cannot read.
call lake.set_option('parquet_compression', 'zstd');
-- A commit is fast with Zstandard's own level; maintenance merges its files at a higher one (sql/compaction.py).
call lake.set_option('parquet_compression_level', 3);
