"""Keep the catalogue's own file small: SQLite lets go of pages only when it is told."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sql.attach import BUSY_MILLISECONDS, CATALOG


@contextmanager
def catalogue_file(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the catalogue of the lake in `folder` as the SQLite file that it is.

    This process must have no lake attached from there: two copies of SQLite in one process undo each other's locks.
    """
    with closing(sqlite3.connect(folder / CATALOG, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)) as database:
        yield database


def compact(database: sqlite3.Connection) -> None:
    """Write the catalogue anew without its free pages, and the write-ahead log into it.

    Raises sqlite3.OperationalError while another process is reading.
    """
    database.execute("pragma secure_delete = on")
    database.execute("vacuum")
    busy, *_ = database.execute("pragma wal_checkpoint(truncate)").fetchone()
    if busy:
        raise sqlite3.OperationalError("database is locked")
