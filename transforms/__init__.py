"""Pure functions from bytes to records: no network, no clock, no DuckDB, no Prefect."""
