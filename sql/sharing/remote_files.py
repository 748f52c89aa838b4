"""Look at the Parquet files of a lake that lie on S3, through DuckDB, which has the access to them."""

from collections.abc import Iterator
from contextlib import closing

import duckdb


def sizes(connection: duckdb.DuckDBPyConnection, place: str) -> dict[str, int]:
    """Return the size in bytes of every Parquet file below `place`, by its path below that."""
    # Of the content nothing is asked for, and nothing is fetched.
    question = "select filename, size from read_blob($pattern)"
    found = connection.execute(question, {"pattern": f"{place}/**/*.parquet"}).fetchall()
    return {str(name).removeprefix(f"{place}/"): int(size) for name, size in found}


def content_damage(connection: duckdb.DuckDBPyConnection, file: str, rows: int | None) -> str | None:
    """Read all of a file, and return what is wrong with it; None when it is whole and has so many rows."""
    try:
        # Of each column every value is decoded.
        asked = connection.from_parquet(file).aggregate("count(*), bit_xor(hash(columns(*)))")
        found = int(asked.fetchall()[0][0])
    except duckdb.Error as error:
        return f"cannot be read: {' '.join(str(error).split())}"
    return None if rows in {None, found} else f"has {found:,} rows instead of {rows:,}"


def documents(connection: duckdb.DuckDBPyConnection, file: str, at_once: int) -> Iterator[list[dict[str, object]]]:
    """Yield the raw documents of a file, so many at a time: identifier and compressed content."""
    with closing(connection.cursor()) as cursor:
        for batch in cursor.from_parquet(file).select("document_id", "content").to_arrow_reader(at_once):
            yield batch.to_pylist()
