"""Verify that every file of a lake is there and whole, and that raw documents are what their identifiers say."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import zstandard
from filelock import Timeout

from sql.attach import TABLES, files_of
from sql.files import awaiting_removal, checksum, checksums, known_files
from sql.lake import lake_as_it_is
from sql.locks import commit_lock
from sql.sharing import remote_files
from sql.sharing.shared import is_on_s3

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
    found = _sizes(connection, folder)
    content_damage = partial(_remote_damage, connection) if is_on_s3(folder) else _content_damage
    for table, path, size, rows in known_files(connection):
        file = f"{files_of(folder)}/{path}"
        if path not in found:
            yield Damage(f"{TABLES}/{path}", "is missing", table, rows)
        elif found[path] != size:
            yield Damage(f"{TABLES}/{path}", f"has {found[path]:,} bytes instead of {size:,}", table, rows)
        elif path not in recorded and (what := content_damage(file, table, rows)):
            yield Damage(f"{TABLES}/{path}", what, table, rows)
        elif path in recorded and recorded[path] != checksum(Path(file)):
            yield Damage(f"{TABLES}/{path}", CHANGED, table, rows)


def _sizes(connection: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Return the size in bytes of every Parquet file of the lake, by its path below the lake's tables."""
    place = files_of(folder)
    if is_on_s3(folder):
        return remote_files.sizes(connection, place)
    return {str(path.relative_to(place)): path.stat().st_size for path in sorted(Path(place).rglob("*.parquet"))}


def _remote_damage(connection: duckdb.DuckDBPyConnection, file: str, table: str, rows: int | None) -> str | None:
    if what := remote_files.content_damage(connection, file, rows):
        return what
    of_documents = table == "documents" and rows is not None
    batches = remote_files.documents(connection, file, ROWS_AT_A_TIME) if of_documents else ()
    changed = next((found for batch in batches if (found := _changed_document(batch))), None)
    return changed and f"holds a document {changed} that is not what its SHA-256 says"


def orphans(folder: Path) -> list[tuple[str, int]]:
    """Return path below the lake and size of every Parquet file that its catalogue does not know: what dead runs left.

    Nothing while somebody commits: what is just being written is not known yet either. Raises LakeError.
    """
    try:
        with commit_lock(folder, timeout=0), lake_as_it_is(folder) as connection:
            known = {path for _, path, _, _ in known_files(connection)} | set(awaiting_removal(connection))
            found = _sizes(connection, folder)
            return [(f"{TABLES}/{path}", found[path]) for path in sorted(found.keys() - known)]
    except (Timeout, OSError):  # somebody commits, or nothing can be written here, so that nobody does
        return []


def _content_damage(file: str, table: str, rows: int | None) -> str | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    found, of_documents = 0, table == "documents" and rows is not None
    try:
        with pq.ParquetFile(file) as parquet:
            for batch in parquet.iter_batches(ROWS_AT_A_TIME if table == "documents" else 10_000):
                found += batch.num_rows
                documents = batch.select(["document_id", "content"]).to_pylist() if of_documents else []
                if changed := _changed_document(documents):
                    return f"holds a document {changed} that is not what its SHA-256 says"
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError) as error:  # the latter of names and values
        return f"cannot be read: {' '.join(str(error).split())}"
    return None if rows in {None, found} else f"has {found:,} rows instead of {rows:,}"


def _changed_document(rows: Iterable[Mapping[str, Any]]) -> str | None:
    """Return the identifier of the first of some documents whose content is not what it says."""
    for row in rows:
        try:
            content = zstandard.decompress(row["content"])
        except zstandard.ZstdError:
            return str(row["document_id"])
        if hashlib.sha256(content).hexdigest() != row["document_id"]:
            return str(row["document_id"])
    return None
