"""The files of a lake, and what each was when it was written: one in which a bit has changed may still decode.

Parquet could hold checksums of its pages, but DuckDB 1.5 writes none: of 750 files with one changed bit, 213 gave other
rows and no error (2026-11-26).
"""

import hashlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import duckdb

from sql.attach import files_of
from sql.scripts import statement
from sql.sharing.shared import is_on_s3

MOST_BYTES = 500_000_000
"""Bytes that a run reads at its end to record what they are, half a second's work: more are those of a lake that is
older than the checksums, and are left for maintenance."""


def known_files(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, int, int | None]]:
    """Return table, path below the lake's tables, size in bytes and rows of every file that a snapshot reads.

    The rows of a file of deletions are None.
    """
    return connection.execute(statement("known_files")).fetchall()


def awaiting_removal(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the path below the lake's tables of every file that no snapshot reads and maintenance will remove."""
    return [path for (path,) in connection.execute(statement("awaiting_removal")).fetchall()]


def checksums(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the SHA-256 that files had when they were written, by their paths below the lake's tables."""
    try:
        return dict(connection.execute(statement("checksums")).fetchall())
    except duckdb.CatalogException:  # none was recorded yet
        return {}


def checksum(path: Path) -> str | None:
    """Return the SHA-256 of a file; None when it is gone."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def record_checksums(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    commit: Callable[[Callable[[], None]], object],
    most_bytes: float = MOST_BYTES,
    damaged: Collection[str] = (),
) -> int:
    """Record the checksums of the files that have none yet, and drop those of files that are gone; return how many.

    They are in a table of the catalogue of their own, which `commit` is to write. So many bytes are read at most, and
    files that are `damaged`, by their paths below the tables, left out. Of files on S3 none is recorded: to read them
    again would take as long as to send them did, and such a store holds checksums of its own.
    """
    if is_on_s3(folder):
        return 0
    recorded = checksums(connection)
    sizes = {path: size for _, path, size, _ in known_files(connection)}
    found: dict[str, str] = {}
    for path in sorted(sizes.keys() - recorded.keys() - set(damaged)):
        most_bytes -= sizes[path]
        if most_bytes < 0:
            break
        if sha256 := checksum(Path(files_of(folder)) / path):
            found[path] = sha256
    gone = recorded.keys() - sizes.keys()
    if found or gone:
        commit(lambda: _record(connection, found, gone))
    return len(found)


def _record(connection: duckdb.DuckDBPyConnection, found: Mapping[str, str], gone: Collection[str]) -> None:
    connection.execute(statement("make_checksums"))
    connection.execute(statement("forget_checksums"), {"paths": [*gone, *found]})
    connection.execute(statement("note_checksums"), {"paths": list(found), "sha256": list(found.values())})
