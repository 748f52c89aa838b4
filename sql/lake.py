"""Open a lake: a DuckLake of Parquet files beside a SQLite catalogue, in one folder that can be moved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import duckdb
from filelock import FileLock
from tenacity import retry, retry_if_exception, stop_after_delay, wait_random_exponential

from sql.errors import LakeError
from sql.extensions import load_extension
from sql.literals import literal
from sql.migrate import bring_up_to_date, current_version, lake_version, require_known
from sql.scripts import statement

CATALOG = "catalog.sqlite"
TABLES = "tables"
LOCK = "commit.lock"
LOCK_PATIENCE = 60  # seconds a commit waits for a locked catalogue; a commit itself takes well under one

T = TypeVar("T")


def _is_lock(error: BaseException) -> bool:
    return isinstance(error, duckdb.Error) and "database is locked" in str(error)


on_lock = retry(
    retry=retry_if_exception(_is_lock),
    wait=wait_random_exponential(multiplier=0.05, max=2),
    stop=stop_after_delay(LOCK_PATIENCE),
    reraise=True,
)


@contextmanager
def interrupts_as_they_are() -> Iterator[None]:
    """Raise what a signal raised, such as KeyboardInterrupt, where DuckDB says "Query interrupted" in its place."""
    try:
        yield
    except RuntimeError as error:
        if error.__cause__ is None or isinstance(error.__cause__, Exception):
            raise
        raise error.__cause__ from None


@on_lock
@interrupts_as_they_are()
def _attach(folder: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    try:
        connection.execute(statement("settings"))
        for extension in ("ducklake", "sqlite_scanner"):
            load_extension(connection, extension)
        # The data path is given anew at each opening, so that a lake can be moved. Inlining would keep small commits
        # in the catalogue, where they are not plain Parquet.
        options = f"data_path {literal(folder / TABLES)}, override_data_path true, data_inlining_row_limit 0"
        mode = ", read_only" if read_only else ""
        connection.execute(f"attach {literal(f'ducklake:sqlite:{folder / CATALOG}')} as lake ({options}{mode})")
        connection.execute("use lake")
    except BaseException:
        connection.close()  # half attached, it would keep the catalogue locked
        raise
    return connection


@contextmanager
def open_lake(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the lake in `folder` for writing, make it when there is none, and migrate it when it is older than the code.

    Raises LakeError when the lake is newer than the code, or cannot be opened.
    """
    folder = folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = _attach(folder, read_only=False)
    except (OSError, duckdb.Error) as error:
        raise LakeError(f"the lake {folder} cannot be opened for writing: {error}") from error
    with connection, _said_in_words(folder):
        if lake_version(connection) != current_version():
            commit(connection, folder, lambda: bring_up_to_date(connection, version("newslake")))
        yield connection


@contextmanager
def read_lake(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the lake in `folder` to read it; an older one is migrated first.

    The connection can neither change the lake nor read a file outside it.
    Raises LakeError when there is no lake, or it is newer than the code.
    """
    folder = folder.absolute()
    if not (folder / CATALOG).is_file():
        raise LakeError(f"there is no lake in {folder}; `newslake ingest SOURCE --lake {folder}` makes one")
    try:
        connection = _attach(folder, read_only=True)
    except duckdb.Error as error:
        raise LakeError(f"the lake {folder} cannot be opened: {error}") from error
    with connection, _said_in_words(folder):
        found = lake_version(connection)
        require_known(found)
        if found == current_version():
            yield _confined(connection, folder)
            return
    with open_lake(folder):
        pass
    with _attach(folder, read_only=True) as migrated, _said_in_words(folder):
        yield _confined(migrated, folder)


@contextmanager
def _said_in_words(folder: Path) -> Iterator[None]:
    """Turn what DuckDB says of a damaged or unreachable lake into a LakeError."""
    try:
        with interrupts_as_they_are():
            yield
    except duckdb.Error as error:
        raise LakeError(f"the lake {folder} cannot be used: {' '.join(str(error).split())}") from error


def _confined(connection: duckdb.DuckDBPyConnection, folder: Path) -> duckdb.DuckDBPyConnection:
    """Shut the connection off from every file but the lake's own Parquet files."""
    connection.execute(f"set allowed_directories = [{literal(f'{folder / TABLES}/')}]")
    connection.execute("set enable_external_access = false; set lock_configuration = true")
    return connection


def commit(connection: duckdb.DuckDBPyConnection, folder: Path, work: Callable[[], T]) -> T:
    """Run `work` in one transaction on the lake, and again from its start while the catalogue is locked.

    One process commits at a time: the others wait for it. Whatever `work` raises undoes all that it did.
    """

    @on_lock
    def attempt() -> T:
        connection.execute("begin")
        try:
            result = work()
            connection.execute("commit")
        except BaseException:
            with suppress(duckdb.TransactionException):  # a commit that failed has rolled back already
                connection.execute("rollback")
            raise
        return result

    with FileLock(folder / LOCK):
        return attempt()
