"""Open a lake to read it or to change it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import duckdb

from sql.attach import (
    CATALOG,
    attach,
    attached_to_read,
    confine,
    connect,
    detach,
    files_of,
    interrupts_as_they_are,
    is_lock,
    nameable,
    on_lock,
)
from sql.errors import LakeError
from sql.files import record_checksums
from sql.inlining import ENOUGH_ROWS, flush, inlined_rows
from sql.locks import commit_lock
from sql.making import made_lake, require_lake
from sql.migrate import bring_up_to_date, current_version, lake_version, require_known, set_options
from sql.private_files import private_files
from sql.readers import nobody_reading, reading
from sql.scripts import statement
from sql.sharing.shared import address_of
from sql.troubles import is_of_files, told

T = TypeVar("T")


class Committed(NamedTuple, Generic[T]):
    """What the work of a commit returned, and the number of the lake's snapshot that the commit made or found."""

    result: T
    snapshot: int


@dataclass(frozen=True, slots=True)
class Lake:
    """A lake that is open for writing: the connection to ask it with, and the folder that it lies in."""

    connection: duckdb.DuckDBPyConnection
    folder: Path

    def snapshot(self) -> int:
        """Return the number of the lake's latest commit, by whatever process."""
        return int(self.connection.execute(statement("current_snapshot")).fetchall()[0][0])

    @contextmanager
    def one_snapshot(self) -> Iterator[None]:
        """Answer several questions from one snapshot of the lake, which is looked up once and not for each."""
        self.connection.execute("begin")
        try:
            yield
        except BaseException:
            with suppress(duckdb.Error):  # a question that failed may have ended the transaction
                self.connection.execute("rollback")
            raise
        self.connection.execute("commit")

    def commit(self, work: Callable[[], T]) -> Committed[T]:
        """Run `work` in one transaction on the lake, and again from its start while the catalogue is locked.

        One process commits at a time: the others wait for it. Whatever `work` raises undoes all that it did. The
        snapshot is taken before anybody else can commit: a later one is the sign that somebody has.
        """
        with commit_lock(self.folder):
            result = on_lock(self._attempt)(work)
            return Committed(result, on_lock(self.snapshot)())

    def commit_alone(self, work: Callable[[], T], patience: float) -> T:
        """Run `work` as `commit` does, while nobody reads the lake, and return what it returns.

        Raises LakeError when somebody reads it for longer than `patience` in seconds.
        """
        with nobody_reading(self.folder, patience) as is_alone:
            if not is_alone:
                raise LakeError(
                    f"the lake {address_of(self.folder)} has been read by another process for {patience:.0f} s; "
                    f"run this again when that has ended"
                )
            return self.commit(work).result

    def write_out(self) -> None:
        """Write the rows that the catalogue holds to Parquet files when they are many, unless somebody is reading."""
        if on_lock(inlined_rows)(self.connection) > ENOUGH_ROWS:
            with nobody_reading(self.folder, 0) as is_alone:
                if is_alone:
                    self.commit(lambda: flush(self.connection))

    def _attempt(self, work: Callable[[], T]) -> T:
        attach(self.connection, self.folder, read_only=False)
        self.connection.execute("begin")
        try:
            result = work()
            self.connection.execute("commit")
        except BaseException as error:
            with suppress(duckdb.Error):  # a commit that failed has rolled back already; on a full disk it may not
                self.connection.execute("rollback")
            if is_lock(error):
                # The transaction in SQLite stays open, and the next attempt would wait for locks of its own.
                detach(self.connection)
            raise
        return result


@contextmanager
def open_lake(folder: Path, *, make: bool = True) -> Iterator[Lake]:
    """Open the lake in `folder` for writing; `make` it when there is none, migrate it when it is older than the code.

    Raises LakeError when the lake is newer than the code, has lost its catalogue, or cannot be opened; without `make`
    also when there is none.
    """
    folder = nameable(folder)
    if not make:
        require_lake(folder)
    with ExitStack() as open_things:
        try:
            open_things.enter_context(private_files(folder / CATALOG))
            folder.mkdir(parents=True, exist_ok=True)
            connection = open_things.enter_context(made_lake(folder) or connect(folder, read_only=False))
        except (OSError, duckdb.Error) as error:
            raise LakeError(told(error, folder, "cannot be opened for writing")) from error
        open_things.enter_context(_said_in_words(connection, folder))
        lake = Lake(connection, folder)
        if lake_version(connection) != current_version():
            lake.commit(lambda: bring_up_to_date(connection, version("newslake")))
            lake.commit(lambda: set_options(connection, folder))
        yield lake
        with suppress(duckdb.Error, OSError):  # what was committed stands; the next one who writes records it
            on_lock(record_checksums)(connection, folder, lake.commit)


@contextmanager
def read_lake(  # noqa: PLR0913 - what those who read ask for
    folder: Path,
    memory_limit: str | None = None,
    *,
    hold: bool = True,
    confined: bool = True,
    threads: int | None = None,
    tables: Path | None = None,
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the lake in `folder` to read it; an older one is migrated first.

    The connection can neither change the lake nor, by DuckDB's own means, read a file outside it; what its extensions
    could is for sql.asking.confinement to refuse. With `memory_limit`, such as "2 GB", a question that needs more
    memory fails, and no part of it is laid on disk. Maintenance waits until it is closed; who keeps it open for long
    does not `hold` the lake, and asks each question within `sql.readers.reading`; what files say of themselves is then
    read once. `threads` are those that answer a question, all of the machine's for None.
    Without `confined` the connection can read and write files elsewhere: for what asks its own questions alone.
    `tables` is where the files of a trial (sql.trial) lie, which has links to them.
    Raises LakeError when there is no lake, it has lost its catalogue, or it is newer than the code.
    """
    folder = nameable(folder)
    require_lake(folder)

    def as_asked(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
        connection.execute(f"set parquet_metadata_cache = {not hold}")
        if threads:
            connection.execute(f"set threads = {threads}")
        return confine(connection, [files_of(folder), tables], memory_limit) if confined else connection

    with _reading(folder, hold=hold) as connection:
        found = lake_version(connection)
        require_known(found)
        if found == current_version():
            yield as_asked(connection)
            return
    with open_lake(folder):
        pass
    with _reading(folder, hold=hold) as migrated:
        yield as_asked(migrated)


@contextmanager
def lake_as_it_is(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the lake in `folder` to look at its catalogue and files: no row is read, and an older one is not migrated.

    Raises LakeError when there is no lake, or its catalogue is lost or damaged.
    """
    folder = nameable(folder)
    require_lake(folder)
    with _reading(folder, hold=True) as connection:
        yield connection


@contextmanager
def _reading(folder: Path, *, hold: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    with ExitStack() as open_things:
        try:
            if hold:
                open_things.enter_context(reading(folder))
            connection = open_things.enter_context(attached_to_read(folder))
        except (OSError, duckdb.Error) as error:
            raise LakeError(told(error, folder, "cannot be opened")) from error
        with _said_in_words(connection, folder):
            yield connection


@contextmanager
def _said_in_words(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[None]:
    """Turn what DuckDB says of a damaged or unreachable lake into a LakeError."""
    try:
        with interrupts_as_they_are():
            yield
    except KeyboardInterrupt:
        connection.interrupt()  # or closing it waits for the query: a signal stops the thread alone that asked
        raise
    except duckdb.Error as error:
        raise LakeError(told(error, folder, "cannot be used")) from error
    except OSError as error:
        if not is_of_files(error, folder):
            raise
        raise LakeError(told(error, folder, "cannot be used")) from error
