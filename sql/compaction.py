"""Bring the files of a lake in order: few and large, none of a snapshot that nobody needs, none that no row is in.

All of it is for a time when nobody reads the lake (sql.readers).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import duckdb

from sql.scripts import statement
from sql.threads import one_thread

DELETED_SHARE = 0.1
"""A file is written anew when a tenth of its rows are deleted: fewer cost a reader little, and writing costs too."""


SET_LEVEL = "call lake.set_option('parquet_compression_level', $1)"

MERGED_LEVEL = 17
"""Zstandard's level of merged files: they take 15 % less than at 3, for three milliseconds of processor an article."""


def expire_snapshots(connection: duckdb.DuckDBPyConnection, older_than: timedelta) -> int:
    """Forget the snapshots that are older, but for the latest; return how many.

    They are named one by one: of times, DuckLake compares with a SQLite catalogue the days alone.
    """
    expired = [n for (n,) in connection.execute(statement("snapshots_before"), [older_than]).fetchall()]
    if expired:
        connection.execute(f"call ducklake_expire_snapshots('lake', versions => {expired})")
    return len(expired)


def rewrite_files(connection: duckdb.DuckDBPyConnection, deleted_share: float = DELETED_SHARE) -> int:
    """Write files anew without their deleted rows, those of which more than a share is deleted; return how many."""
    one_thread(connection)
    rewritten = connection.execute(f"call ducklake_rewrite_data_files('lake', delete_threshold => {deleted_share})")
    return sum(files for _, _, files, _ in rewritten.fetchall())


def merge_files(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Merge small files to larger ones; return how many became how many. To be called in a commit."""
    one_thread(connection)
    with _compressed(connection):
        merged = connection.execute("call ducklake_merge_adjacent_files('lake')").fetchall()
    return sum(before for _, _, before, _ in merged), sum(after for _, _, _, after in merged)


@contextmanager
def _compressed(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Have files written at MERGED_LEVEL; what fails undoes that with the commit that it is in."""
    ((level,),) = connection.execute(statement("compression_level")).fetchall()
    connection.execute(SET_LEVEL, [MERGED_LEVEL])
    yield
    connection.execute(SET_LEVEL, [level])


def remove_files(connection: duckdb.DuckDBPyConnection) -> int:
    """Remove the files that no snapshot has any more; return how many."""
    return len(connection.execute("call ducklake_cleanup_old_files('lake', cleanup_all => true)").fetchall())


def remove_orphans(connection: duckdb.DuckDBPyConnection) -> int:
    """Remove the files that the catalogue does not know, which runs that died left; return how many.

    To be called in a commit: a file that another one is just writing is not known yet either.
    """
    return len(connection.execute("call ducklake_delete_orphaned_files('lake', cleanup_all => true)").fetchall())


def count_files(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Return the number of files that the latest snapshot reads, and their size in bytes."""
    files, size = connection.execute(statement("count_files")).fetchall()[0]
    return int(files), int(size)
