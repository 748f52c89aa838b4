"""Leave a connection one thread to answer with."""

import duckdb


def one_thread(connection: duckdb.DuckDBPyConnection) -> None:
    """Ask with one thread from now on.

    A small run takes a third less of the processor's time so, and its workers have the other cores. DuckLake's flush,
    merge and rewriting of files need it: they treat all tables at once, and where several threads did, memory was
    corrupted once in some 130 flushes (DuckDB 1.5.5; six processes of eight threads each on two busy cores).
    """
    connection.execute("set threads = 1")
