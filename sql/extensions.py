"""Load DuckDB's extensions from their PyPI wheels, so that nothing is downloaded at run time."""

from importlib.metadata import PackageNotFoundError, files

import duckdb

from sql.errors import LakeError
from sql.literals import literal


def load_extension(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Load the extension `name` (as in `duckdb-extension-<name>`); DuckDB checks its signature and version.

    Raises LakeError when its wheel is not installed, or is for another version of DuckDB.
    """
    distribution = f"duckdb-extension-{name.replace('_', '-')}"
    try:
        paths = [path for path in files(distribution) or () if path.suffix == ".duckdb_extension"]
    except PackageNotFoundError as error:
        raise LakeError(f"the package {distribution} is not installed; install newslake again") from error
    try:
        connection.execute(f"load {literal(paths[0].locate())}")
    except (duckdb.Error, IndexError) as error:
        raise LakeError(f"{distribution} does not fit DuckDB {duckdb.__version__}; install newslake again") from error
