"""Keep the catalogue's own file small, and free of what was deleted: SQLite lets go of pages only when it is told."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sql.attach import BUSY_MILLISECONDS, CATALOG
from sql.locks import commit_lock
from sql.sharing.postgres import catalogue_bytes, vacuum
from sql.sharing.shared import shared_lake


def compact_catalogue(folder: Path) -> int | None:
    """Write the catalogue of a lake anew without its free pages, and its write-ahead log; return its size in bytes.

    None when another process uses it: then it stays as it is. This process may have no lake open there: two copies of
    SQLite in one process undo each other's locks. Of a shared lake PostgreSQL writes the catalogue's tables anew.
    """
    if shared := shared_lake(folder):
        with commit_lock(folder):
            return vacuum(shared)
    path = folder / CATALOG
    with (
        commit_lock(folder),
        closing(sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)) as database,
    ):
        try:
            database.execute("pragma secure_delete = on")
            database.execute("vacuum")
            is_busy, *_ = database.execute("pragma wal_checkpoint(truncate)").fetchone()
        except sqlite3.OperationalError:
            return None
    return None if is_busy else path.stat().st_size


def catalogue_size(folder: Path) -> int:
    """Return the size of a lake's catalogue in bytes."""
    shared = shared_lake(folder)
    return catalogue_bytes(shared) if shared else (folder / CATALOG).stat().st_size
