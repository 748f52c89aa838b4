"""Take files that are lost out of a lake's catalogue, so that what is left of the lake can be read and completed."""

import sqlite3
from collections import Counter
from collections.abc import Collection
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from sql.attach import BUSY_MILLISECONDS, CATALOG, TABLES, connect
from sql.damage.verify import Damage
from sql.errors import LakeError
from sql.locks import commit_lock
from sql.migrate import current_version
from sql.scripts import statement
from sql.tables import tables
from sql.troubles import told

OF_FILES = ("data_file", "delete_file", "file_column_stats", "file_partition_value")
"""DuckLake's tables with rows of a data file."""


def drop_lost_files(folder: Path, lost: Collection[Damage]) -> Counter[str]:
    """Take the files of `lost` out of the catalogue of the lake in `folder`; return how many rows are gone, by table.

    With a file of deletions goes the file that they were of: nothing that was deleted comes back. The files themselves
    are left where they are, as files that the catalogue does not know. DuckLake has no command for it, so SQLite is
    told; this process may have no lake open there: two copies of SQLite in one process undo each other's locks.
    """
    paths = {damage.path.removeprefix(f"{TABLES}/") for damage in lost}
    gone: Counter[str] = Counter()
    with (
        commit_lock(folder),
        closing(sqlite3.connect(folder / CATALOG, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)) as catalog,
    ):
        catalog.execute("begin immediate")
        for row in catalog.execute(statement("files_with_deletions")).fetchall():
            file_id, table, rows, path, deletions_id, deletions, are_current = row
            if path in paths or (deletions in paths and are_current):
                gone[table] += rows
                for name in OF_FILES:
                    catalog.execute(f"delete from ducklake_{name} where data_file_id = ?", [file_id])  # noqa: S608
            elif deletions in paths:  # of an older snapshot alone
                catalog.execute("delete from ducklake_delete_file where delete_file_id = ?", [deletions_id])
        catalog.execute("commit")
    return gone


def is_damaged_catalog(folder: Path) -> bool:
    """Whether the catalogue of the lake in `folder` is missing, or SQLite cannot read all of it.

    Raises LakeError when that cannot be told: another program keeps it locked, or the folder can only be read.
    """
    path = folder / CATALOG
    if not path.is_file():
        return True
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000)) as catalog:
            catalog.execute("select count(*) from ducklake_data_file")
            return bool(catalog.execute("pragma quick_check(1)").fetchall() != [("ok",)])
    except sqlite3.DatabaseError as error:
        if any(mark in str(error) for mark in ("malformed", "not a database", "no such table")):
            return True
        raise LakeError(told(error, folder, "cannot be looked at")) from error


def restore_schema_version(folder: Path) -> None:
    """Note anew which schema the lake in `folder` has, whose record of it is lost.

    Raises LakeError unless its tables are those of this newslake: then nobody can tell.
    """
    with commit_lock(folder), connect(folder, read_only=False) as connection:
        for name, table in tables().items():
            found = {column for column, *_ in connection.execute(statement("list_columns"), {"name": name}).fetchall()}
            if found != {column.name for column in table.columns}:
                raise LakeError(
                    f"the lake {folder} has lost its version, and is not of this newslake: restore a backup"
                )
        connection.execute(statement("record_schema_version"), [current_version(), version("newslake")])
