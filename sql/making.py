"""Make a lake where there is none, and refuse where one has lost its catalogue, or is not where it is said to be."""

from importlib.metadata import version
from pathlib import Path

import duckdb

from sql.attach import CATALOG, TABLES, attach, connect, detach
from sql.errors import LakeError
from sql.locks import commit_lock
from sql.migrate import bring_up_to_date, set_options
from sql.sharing.postgres import data_place
from sql.sharing.shared import Shared, note_place, shared_lake

NEW_CATALOG = "new-catalog.sqlite"

RECORD = "schema_versions"
"""The table that a lake is made with a row of."""


def made_lake(folder: Path) -> duckdb.DuckDBPyConnection | None:
    """Make a lake in `folder` and return a connection to it; None when there is one.

    It is made under another name, so that it is there whole or not at all.
    """
    if shared := shared_lake(folder):
        _make_shared(folder, shared)
        return None
    if not is_new(folder):
        return None
    with commit_lock(folder):
        if not is_new(folder):  # another process was faster
            return None
        _require_nothing_lost(folder)
        new = folder / NEW_CATALOG
        for left in folder.glob(f"{NEW_CATALOG}*"):
            left.unlink()
        connection = connect(folder, read_only=False, catalog=new)
        try:
            connection.execute("begin")
            bring_up_to_date(connection, version("newslake"))
            connection.execute("commit; begin")  # DuckLake takes no options for tables that are not there yet
            set_options(connection, folder)
            connection.execute("commit")
            detach(connection)
            new.rename(folder / CATALOG)
            attach(connection, folder, read_only=False)
        except BaseException:
            connection.close()
            raise
        return connection


def is_new(folder: Path) -> bool:
    """Whether there is no lake in `folder`; one that processes of several machines share is never new."""
    return not (shared_lake(folder) or (folder / CATALOG).exists())


def require_lake(folder: Path) -> None:
    """Raise LakeError when there is no lake in `folder`, or it has lost its catalogue."""
    if shared := shared_lake(folder):
        _require_shared(folder, shared)
    elif not (folder / CATALOG).is_file():
        _require_nothing_lost(folder)
        raise LakeError(f"there is no lake in {folder}; `newslake ingest SOURCE --lake {folder}` makes one")


def _require_nothing_lost(folder: Path) -> None:
    """Refuse to make a lake where one has lost its catalogue: the new one would not know the old one's rows.

    The record of schema versions alone is what is left of a lake whose making was cut off.
    """
    tables = folder / TABLES
    if any(path.relative_to(tables).parts[:2] != ("main", RECORD) for path in tables.rglob("*.parquet")):
        raise LakeError(
            f"{folder} has the Parquet files of a lake and no {CATALOG}, which says what they are: put {CATALOG} back "
            f"from a backup, run `newslake repair`, or give another folder with --lake; nothing was changed"
        )


def _make_shared(folder: Path, shared: Shared) -> None:
    """Let DuckLake make its own tables in the database; those of the lake come with the first commit."""
    if shared.data and data_place(shared) is None:
        with commit_lock(folder):
            if data_place(shared) is None:  # else another process was faster
                connect(folder, read_only=False).close()
    _require_shared(folder, shared)


def _require_shared(folder: Path, shared: Shared) -> None:
    """Raise LakeError unless the database has a lake, and its files are where --data says that they are.

    Where the catalogue says that they are is noted in `folder`, this machine's part of the lake.
    """
    place = data_place(shared)
    if place is None:
        raise LakeError(
            f"there is no lake in {shared.address}; `newslake ingest SOURCE --lake '{shared.address}' "
            f"--data s3://BUCKET/PREFIX` makes one"
        )
    note_place(folder, place)  # a wrong one is not remembered
    if shared.is_given and shared.data != place:
        raise LakeError(
            f"the files of the lake {shared.address} are in {place}, not in {shared.data}: leave --data out"
        )
