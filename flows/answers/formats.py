"""Write the rows of an answer as CSV, JSON, JSON Lines or Parquet."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

import duckdb

from flows.answers.display import spreadsheet_text, visible

ROWS_AT_A_TIME = 10_000  # bounds memory while a long answer is written


def write_text(connection: duckdb.DuckDBPyConnection, style: str, file: IO[str]) -> None:
    """Write what the connection was asked last to `file`, as csv, json or jsonl."""
    names = [column[0] for column in connection.description or ()]
    write = {"csv": _write_csv, "json": _write_json, "jsonl": _write_json_lines}[style]
    write(file, names, _rows(connection))


def write_parquet(connection: duckdb.DuckDBPyConnection, file: Path | IO[bytes]) -> None:
    """Write what the connection was asked last to `file` as Parquet; raises OSError when that cannot be done."""
    import pyarrow.parquet as pq

    batches = connection.to_arrow_reader(ROWS_AT_A_TIME)
    with pq.ParquetWriter(file, batches.schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := connection.fetchmany(ROWS_AT_A_TIME):
        yield from rows


def plain(value: object) -> object:
    """Return what JSON has no form for as text: times in ISO 8601, bytes in hexadecimal, others as they print."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)


def _with_text_keys(value: object) -> object:
    """Return `value` with the keys of maps as text, wherever they stand in it: JSON has no others."""
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(plain(key)): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value


def _json(names: Sequence[str], row: Sequence[Any]) -> str:
    text = json.dumps(_with_text_keys(dict(zip(names, row, strict=True))), ensure_ascii=False, default=plain)
    return visible(text)  # as JSON itself writes such characters: who reads it has them back


def _write_csv(file: IO[str], names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(spreadsheet_text(name) for name in names)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, list | dict):
        return visible(json.dumps(_with_text_keys(value), ensure_ascii=False, default=plain))
    if isinstance(value, str):
        return spreadsheet_text(value)
    return value if value is None or isinstance(value, int | float) else plain(value)


def _write_json(file: IO[str], names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    separator = "[\n  "
    for row in rows:
        file.write(separator + _json(names, row))
        separator = ",\n  "
    file.write("[]\n" if separator.startswith("[") else "\n]\n")


def _write_json_lines(file: IO[str], names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    file.writelines(_json(names, row) + "\n" for row in rows)
