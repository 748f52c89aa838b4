"""Open DuckDB with extensions from their PyPI wheels, so that nothing is downloaded at run time."""

from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import duckdb

from sql.errors import LakeError
from sql.literals import literal

_checked: set[tuple[Path, int, int, int]] = set()
"""The files whose signatures DuckDB has checked in this process: where they lie, and what they were then."""


def connect_with(*names: str) -> duckdb.DuckDBPyConnection:
    """Return a new connection with the extensions `names` (as in `duckdb-extension-<name>`) loaded.

    DuckDB checks the signature of each file once in a process, for it reads all of it to do so, which takes longer
    than the rest of opening a lake; and its version each time. Nothing unsigned can be loaded into the connection.
    Raises LakeError when a wheel is not installed, or is for another version of DuckDB.
    """
    found = {name: _file(name) for name in names}
    are_checked = _checked.issuperset(map(_identity, found.values()))
    connection = duckdb.connect(config={"allow_unsigned_extensions": are_checked})
    try:
        _draw_no_progress(connection)  # loading itself takes long enough for it on a busy machine
        for name, path in found.items():
            _load(connection, name, path)
        connection.execute("set allow_unsigned_extensions = false")
    except BaseException:
        connection.close()
        raise
    return connection


def _draw_no_progress(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep DuckDB from drawing a bar between what is printed; in a notebook that cannot draw one, it takes no order."""
    ((draws,),) = connection.execute("select current_setting('enable_progress_bar')").fetchall()
    if draws:
        connection.execute("set enable_progress_bar = false")


def _load(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    identity = _identity(path)
    try:
        connection.execute(f"load {literal(path)}")
    except duckdb.Error as error:
        raise LakeError(f"{_wheel(name)} does not fit DuckDB {duckdb.__version__}; install newslake again") from error
    _checked.add(identity)


def _file(name: str) -> Path:
    try:
        paths = [path for path in files(_wheel(name)) or () if path.suffix == ".duckdb_extension"]
    except PackageNotFoundError as error:
        raise LakeError(f"the package {_wheel(name)} is not installed; install newslake again") from error
    if not paths:
        raise LakeError(f"{_wheel(name)} does not fit DuckDB {duckdb.__version__}; install newslake again")
    return Path(str(paths[0].locate()))


def _identity(path: Path) -> tuple[Path, int, int, int]:
    found = path.stat()
    return path, found.st_ino, found.st_size, found.st_mtime_ns


def _wheel(name: str) -> str:
    return f"duckdb-extension-{name.replace('_', '-')}"
