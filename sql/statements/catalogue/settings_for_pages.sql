-- How a connection is set that answers many small questions: what files say of themselves is read once, and a question is not divided
-- among threads, which takes longer than it saves where one article or a few rows are looked for.

set parquet_metadata_cache = true;
set threads = 1;
