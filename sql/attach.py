"""Attach a lake to DuckDB: a DuckLake of Parquet files beside a SQLite catalogue, in one folder that can be moved.

Of a shared lake (sql.sharing.shared) the catalogue is in PostgreSQL, and the files are where it says.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from tenacity import retry, retry_if_exception, stop_after_delay, wait_random_exponential

from sql.errors import LakeError
from sql.extensions import connect_with
from sql.literals import literal
from sql.scripts import statement
from sql.sharing.s3 import EXTENSIONS, allow_s3
from sql.sharing.shared import shared_lake

CATALOG = "catalog.sqlite"
TABLES = "tables"

SECRETS = "secrets"
"""A folder that is not there: access to servers is by the environment."""

LOCK_PATIENCE = 60
"""Seconds that a locked catalogue is waited for; a commit itself takes well under one."""

BUSY_MILLISECONDS = 10_000
"""How long SQLite itself waits for a lock that another connection holds, where waiting can help."""

WRITTEN_BESIDE_READERS = ", meta_journal_mode 'wal'"
"""In SQLite's write-ahead mode nobody who reads keeps others from committing, however long his transaction is open."""


CONFLICTS = (
    "database is locked",
    "could not serialize access",
    "deadlock detected",
    "duplicate key value",
    "Transaction conflict",
    "Exceeded the maximum retry count",
)
"""What SQLite, PostgreSQL and DuckLake say when another connection was faster; PostgreSQL in English alone."""


def is_lock(error: BaseException) -> bool:
    """Whether `error` says that another connection has locked the catalogue, or changed it meanwhile."""
    return isinstance(error, duckdb.Error) and any(conflict in str(error) for conflict in CONFLICTS)


on_lock = retry(
    retry=retry_if_exception(is_lock),
    wait=wait_random_exponential(multiplier=0.05, max=2),
    stop=stop_after_delay(LOCK_PATIENCE),
    reraise=True,
)
"""Decorates what is to be done again from its start while the catalogue is locked."""


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
def connect(folder: Path, *, read_only: bool, catalog: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a new connection with the lake in `folder` attached; `catalog` is its catalogue when it lies elsewhere.

    Raises duckdb.Error when it cannot be attached.
    """
    shared = shared_lake(folder)
    of_files = EXTENSIONS if shared and shared.is_on_s3 else ()
    connection = connect_with("ducklake", "postgres_scanner" if shared else "sqlite_scanner", *of_files)
    try:
        connection.execute(statement("settings"))
        if shared:  # else DuckDB would use what it holds for this user's other work
            connection.execute(f"set secret_directory = {literal(folder / SECRETS)}")
        if shared and shared.is_on_s3:
            allow_s3(connection, str(shared.data))
        attach(connection, folder, read_only=read_only, catalog=catalog)
    except BaseException:
        connection.close()  # half attached, it would keep the catalogue locked
        raise
    return connection


def attach(
    connection: duckdb.DuckDBPyConnection, folder: Path, *, read_only: bool, catalog: Path | None = None
) -> None:
    """Attach the lake in `folder` to a connection as `lake`, unless it is attached."""
    shared = shared_lake(folder)
    mode = ", read_only" if read_only else ""
    if shared:
        options = f"data_path {literal(f'{shared.data}/')}, data_inlining_row_limit 0{mode}"
        source = literal(f"ducklake:postgres:{shared.database}")
    else:
        # The data path is given anew at each opening, so that a lake can be moved. Which tables keep small writes in
        # the catalogue the lake itself says (sql.inlining); the others keep none.
        options = (
            f"data_path {literal(folder / TABLES)}, override_data_path true, data_inlining_row_limit 0, "
            f"meta_busy_timeout {BUSY_MILLISECONDS}{mode or WRITTEN_BESIDE_READERS}"
        )
        source = literal(f"ducklake:sqlite:{catalog or folder / CATALOG}")
    connection.execute(f"attach if not exists {source} as lake ({options})")
    connection.execute("use lake")


def files_of(folder: Path) -> str:
    """Return where the Parquet files of the lake in `folder` are: a folder, or an address on S3; no slash ends it."""
    shared = shared_lake(folder)
    return str(shared.data) if shared else str(folder / TABLES)


def detach(connection: duckdb.DuckDBPyConnection) -> None:
    """Give up what is attached as `lake`, with every lock that it holds; temporary tables stay."""
    connection.execute("use memory.main")  # a schema alone would be looked for in the lake, which is locked
    connection.execute("detach database if exists lake")


@contextmanager
def attached_to_read(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection that reads the lake in `folder`, also where the folder itself can only be read.

    There SQLite cannot lay the index beside the catalogue that it reads one in write-ahead mode by, unless a writer has
    it there, and a copy of the catalogue is read. Raises duckdb.Error when the lake cannot be attached.
    """
    try:
        connection = connect(folder, read_only=True)
    except duckdb.Error as error:
        if "readonly database" not in str(error):
            raise
        with TemporaryDirectory(prefix="newslake-") as elsewhere:
            copy = Path(shutil.copyfile(folder / CATALOG, Path(elsewhere) / CATALOG))
            with connect(folder, read_only=True, catalog=copy) as connection:
                yield connection
        return
    with connection:
        yield connection


def confine(
    connection: duckdb.DuckDBPyConnection, folders: Sequence[Path | str | None], memory_limit: str | None
) -> duckdb.DuckDBPyConnection:
    """Shut the connection off from every file but those in the folders, and from this program's variables."""
    if memory_limit:
        connection.execute(f"set memory_limit = {literal(memory_limit)}; set temp_directory = ''")
    allowed = ", ".join(literal(f"{folder}/") for folder in folders if folder)
    connection.execute(f"set allowed_directories = [{allowed}]")
    connection.execute("set python_enable_replacements = false; set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def nameable(folder: Path) -> Path:
    """Return the whole path of a folder; raises LakeError when DuckDB cannot open files in it by their names."""
    path = folder.absolute()
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise LakeError(f"the name of the folder {path} is no UTF-8; give another folder with --lake") from None
    return path
