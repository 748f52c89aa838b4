"""Leave a connection one thread to answer with."""

import duckdb


def one_thread(connection: duckdb.DuckDBPyConnection) -> None:
    """Ask with one thread from now on.

    A small run takes a third less of the processor's time so, and its workers have the other cores. DuckLake's flush,
    merge and rewriting of files need it: they treat all tables at once, and where several threads do, memory was
    corrupted about once in a thousand times (DuckDB 1.5.5, measured on a busy machine).
    """
    connection.execute("set threads = 1")
