"""Make a lake anew whose catalogue is lost, with what its Parquet files have of raw documents and of the ledger."""

import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

import duckdb

from sql.attach import CATALOG, TABLES
from sql.lake import Lake, open_lake
from sql.literals import identifier
from sql.tables import tables

NEW = "repair"
"""The folder below the lake in which the new one is made."""

READY = "repaired"
"""What the folder is called when it holds all, and only is to be put in place."""

LOST_TABLES = "lost-tables"

KEPT = {
    "forgotten": ("forgetting_id", "kind", "hash"),
    "forgettings": ("forgetting_id",),
    "documents": ("document_id",),
    "inputs": ("run_id", "position"),
    "polls": ("run_id", "url", "polled_at"),
}
"""The tables to which rows are only added, with what tells their rows apart: files that were merged are there twice."""

NOT_FORGOTTEN = "where document_id not in (select hash from forgotten where kind = 'document')"
"""A document that was forgotten may still lie in a file when that was cut off."""

RUNS = "runs"
"""Its rows are changed when a run ends: that state is taken."""


def rebuild_lake(folder: Path) -> Counter[str]:
    """Make the lake in `folder` anew from its Parquet files; return how many rows were taken over, by table.

    What is extracted from documents is not taken over: without the catalogue nobody knows which of it was replaced.
    The old files are kept, in `lost-tables`. When this is cut off, the next call goes on.
    """
    new, ready = folder / NEW, folder / READY
    taken: Counter[str] = Counter()
    if not ready.exists():
        shutil.rmtree(new, ignore_errors=True)
        with open_lake(new) as lake:
            taken = lake.commit(lambda: _take_over(lake, folder / TABLES)).result
        new.rename(ready)
    _put_in_place(folder, ready)
    return taken


def _put_in_place(folder: Path, ready: Path) -> None:
    """Move the lake in `ready` to where the lost one is; each step can be the last one, and is not done twice."""
    if (ready / TABLES).exists():
        for path in folder.glob(f"{CATALOG}*"):  # with SQLite's log of it
            path.replace(folder / f"lost-{path.name}")
        if (folder / TABLES).exists():
            (folder / TABLES).rename(_unused(folder / LOST_TABLES))
        (ready / TABLES).rename(folder / TABLES)
    (ready / CATALOG).rename(folder / CATALOG)
    shutil.rmtree(ready)


def _unused(path: Path) -> Path:
    numbered = (path.with_name(f"{path.name}-{number}") for number in count(2))
    return next(one for one in chain([path], numbered) if not one.exists())


def _take_over(lake: Lake, old: Path) -> Counter[str]:
    connection = lake.connection
    taken: Counter[str] = Counter()
    for name, key in KEPT.items():
        for rows in _files(old, name):
            unless = f"anti join {name} using ({', '.join(key)})"
            taken[name] += _insert(connection, name, rows, f"{unless} {NOT_FORGOTTEN if name == 'documents' else ''}")
    for rows in _files(old, RUNS):
        connection.register("old_rows", rows)
        connection.execute("create temp table if not exists old_runs as from runs limit 0")
        connection.execute("insert into old_runs by name from old_rows")
    if connection.execute("from duckdb_tables() where table_name = 'old_runs'").fetchall():
        latest = "qualify row_number() over (partition by run_id order by status = 'running', ended_at desc) = 1"
        taken[RUNS] = connection.execute(f"insert into runs from old_runs {latest}").fetchall()[0][0]
    return taken


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Any, unless: str) -> int:  # noqa: ANN401
    connection.register("old_rows", rows)
    question = f"insert into {identifier(table)} by name select distinct * from old_rows {unless}"  # noqa: S608
    inserted: int = connection.execute(question).fetchall()[0][0]
    return inserted


def _files(old: Path, table: str) -> Iterator[Any]:
    """Yield what can be read of the files of a table, without those of deletions, as Arrow tables."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = tables()[table].columns
    needed = {column.name for column in columns if not column.nullable}
    for path in sorted((old / "main" / table).rglob("*.parquet")):
        try:
            with pq.ParquetFile(path) as parquet:
                if needed <= set(parquet.schema_arrow.names):
                    yield parquet.read(
                        [column.name for column in columns]
                    )  # DuckLake adds some when it rewrites a file
        except (pa.ArrowException, OSError):
            continue
