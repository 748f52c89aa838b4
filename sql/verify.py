"""Verify that every file of a lake is there and whole, and that raw documents are what their identifiers say."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import zstandard
from filelock import FileLock, Timeout

from sql.attach import TABLES
from sql.files import awaiting_removal, checksum, checksums, known_files
from sql.lake import LOCK, lake_as_it_is

ROWS_AT_A_TIME = 32  # raw documents are large: bounds memory

CHANGED = "is not what was written: its SHA-256 is another"


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that is not what the catalogue says, by its path below the lake, and why: `what` follows the path.

    `rows` of `table` are gone with it; of a file of deletions None, it is unknown then which rows of another are.
    """

    path: str
    what: str
    table: str
    rows: int | None


def find_damage(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[Damage]:
    """Yield what is wrong with the files of the lake in `folder`, each read whole.

    A file whose checksum was recorded when it was written is compared with that. Of another one, of an older lake, raw
    documents are compared with their SHA-256; of the rest, what can be decoded and has as many rows as the catalogue
    says is taken for whole.
    """
    recorded = checksums(connection)
    for table, path, size, rows in known_files(connection):
        file = folder / TABLES / path
        if not file.is_file():
            yield Damage(f"{TABLES}/{path}", "is missing", table, rows)
        elif file.stat().st_size != size:
            yield Damage(f"{TABLES}/{path}", f"has {file.stat().st_size:,} bytes instead of {size:,}", table, rows)
        elif path not in recorded and (what := _content_damage(file, table, rows)):
            yield Damage(f"{TABLES}/{path}", what, table, rows)
        elif path in recorded and recorded[path] != checksum(file):
            yield Damage(f"{TABLES}/{path}", CHANGED, table, rows)


def orphans(folder: Path) -> list[tuple[str, int]]:
    """Return path below the lake and size of every Parquet file that its catalogue does not know: what dead runs left.

    Nothing while somebody commits: what is just being written is not known yet either. Raises LakeError.
    """
    try:
        with FileLock(folder / LOCK, timeout=0), lake_as_it_is(folder) as connection:
            known = {path for _, path, _, _ in known_files(connection)} | set(awaiting_removal(connection))
            tables = folder / TABLES
            found = [path for path in tables.rglob("*.parquet") if str(path.relative_to(tables)) not in known]
            return [(str(path.relative_to(folder)), path.stat().st_size) for path in sorted(found)]
    except (Timeout, OSError):  # somebody commits, or nothing can be written here, so that nobody does
        return []


def _content_damage(file: Path, table: str, rows: int | None) -> str | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    found = 0
    try:
        with pq.ParquetFile(file) as parquet:
            for batch in parquet.iter_batches(ROWS_AT_A_TIME if table == "documents" else 10_000):
                found += batch.num_rows
                if table == "documents" and rows is not None and (changed := _changed_document(batch)):
                    return f"holds a document {changed} that is not what its SHA-256 says"
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError) as error:  # the latter of names and values
        return f"cannot be read: {' '.join(str(error).split())}"
    return None if rows in {None, found} else f"has {found:,} rows instead of {rows:,}"


def _changed_document(batch: Any) -> str | None:  # noqa: ANN401 - pyarrow has no type stubs
    """Return the identifier of the first document of a batch whose content is not what it says."""
    for row in batch.select(["document_id", "content"]).to_pylist():
        try:
            content = zstandard.decompress(row["content"])
        except zstandard.ZstdError:
            return str(row["document_id"])
        if hashlib.sha256(content).hexdigest() != row["document_id"]:
            return str(row["document_id"])
    return None
