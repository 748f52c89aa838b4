"""Copy a lake that is being written to, and make a lake of such a copy."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from flows.export.replacement import PARTIAL, replacing
from flows.inputs.errors import UsageError
from sql.attach import CATALOG, TABLES
from sql.private_files import private_files
from sql.readers import reading
from sql.scripts import statement
from sql.sharing.shared import require_in_a_folder

ATTEMPTS = 3
"""How often a backup is tried: files may be removed meanwhile, as maintaining a lake does."""


def backup(lake: Path, target: Path) -> int:
    """Copy the lake in a folder, as it is at one moment, to the folder `target`; return how many Parquet files it has.

    An earlier backup there is replaced when this one is whole, and files that it has already are not copied again.
    Raises UsageError when there is no lake, a file of it is missing, or `target` is no backup; OSError on a full disk.
    """
    require_in_a_folder(lake, "`newslake backup`", "back up its database with pg_dump, and after that its files")
    _require_lake(lake)
    if target.exists() and not (target / CATALOG).is_file() and (target.is_file() or any(target.iterdir())):
        raise UsageError(f"{target} is no earlier backup; give another folder, or remove it")
    for attempt in range(ATTEMPTS):
        try:
            with reading(lake), private_files(lake / CATALOG), replacing(target) as place:
                return _copy(lake, place, target)
        except FileNotFoundError as error:
            if attempt == ATTEMPTS - 1:
                raise UsageError(f"{error.filename} is missing; `newslake check` says what is gone") from error
    raise AssertionError("unreachable")


def restore(source: Path, lake: Path) -> int:
    """Make a lake in the folder `lake` of the backup `source`; return the number of its Parquet files.

    The lake is there when its catalogue is, which comes last. Raises UsageError when there is a lake already, or the
    backup lacks a file or has one that is cut.
    """
    require_in_a_folder(lake, "`newslake restore`", "restore its files, and its database with pg_restore")
    if not (source / CATALOG).is_file():
        raise UsageError(f"there is no backup in {source}")
    if (lake / CATALOG).exists():
        raise UsageError(f"there is a lake in {lake} already; give another folder with --lake")
    files = list(_files(source / CATALOG))
    for path, size in files:
        if not (source / TABLES / path).is_file() or (source / TABLES / path).stat().st_size != size:
            raise UsageError(f"the backup is damaged: {source / TABLES / path} is missing or cut; nothing was restored")
    with private_files(lake / CATALOG):
        for path, _ in files:
            _copy_file(source / TABLES / path, lake / TABLES / path)
        new = lake / f"{CATALOG}{PARTIAL}"
        lake.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / CATALOG, new)
        new.rename(lake / CATALOG)
    return len(files)


def _require_lake(lake: Path) -> None:
    if not (lake / CATALOG).is_file():
        raise UsageError(f"there is no lake in {lake}")


def _copy(lake: Path, place: Path, earlier: Path) -> int:
    (place / TABLES).mkdir(parents=True)
    with (
        closing(sqlite3.connect(f"{(lake / CATALOG).absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(place / CATALOG)) as copy,
    ):
        source.backup(copy)
        copy.execute("pragma journal_mode = delete")  # one file, which can also be read where nothing can be written
    files = list(_files(place / CATALOG))
    for path, size in files:
        held = earlier / TABLES / path
        if held.is_file() and held.stat().st_size == size:
            (place / TABLES / path).parent.mkdir(parents=True, exist_ok=True)
            os.link(held, place / TABLES / path)
        else:
            _copy_file(lake / TABLES / path, place / TABLES / path)
    return len(files)


def _copy_file(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _files(catalog: Path) -> Iterator[tuple[Path, int]]:
    """Yield the Parquet files that a catalogue names, below the folder of the tables, each with its size in bytes."""
    with closing(sqlite3.connect(f"{catalog.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        for schema, table, file, size in connection.execute(statement("files_of_catalogue")).fetchall():
            yield Path(schema, table, file), size
