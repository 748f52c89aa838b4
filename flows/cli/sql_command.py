"""Answer a question in SQL, and print or write the rows."""

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

import click
import duckdb

from flows.cli.display import spreadsheet_text, visible
from flows.cli.limits import UNTIMED, Limits
from flows.inputs.errors import UsageError
from sql.confinement import require_confined
from sql.lake import read_lake
from sql.scripts import scripts

ROWS_AT_A_TIME = 10_000  # bounds memory while a long answer is written


def answer(  # noqa: PLR0913, PLR0917 - as many things as a question may come with
    lake: Path,
    question: str,
    parameters: Mapping[str, str],
    style: str,
    output: Path | None,
    limits: Limits = UNTIMED,
) -> None:
    """Print the rows that answer `question`, or write them to `output`, as table, csv, json, jsonl or parquet.

    Raises UsageError when the lake cannot answer, or not within `limits`; QuestionError for what asks for more than it.
    """
    with read_lake(lake, limits.memory) as connection, limits.kept(connection):
        try:
            _require_answerable(connection, question, parameters)
            if style == "table":
                _print_table(connection, question, parameters, output)
            else:
                connection.execute(question, dict(parameters))
                _write(connection, style, output)
        except (duckdb.InterruptException, duckdb.OutOfMemoryException):
            raise  # the limits say which
        except duckdb.Error as error:
            raise UsageError(f"the lake cannot answer that: {' '.join(str(error).split())}") from error


def answer_query(lake: Path, name: str, assignments: Sequence[str], style: str, output: Path | None) -> None:
    """Answer the query `name` of sql/queries; `assignments` are its parameters as KEY=VALUE."""
    text = next((script.text for script in scripts("queries") if script.name == name), None)
    if text is None:
        raise UsageError(f"there is no query {name}; `newslake query` lists them")
    parameters = dict(assignment.partition("=")[::2] for assignment in assignments)
    answer(lake, text, parameters, style, output)


def list_queries() -> None:
    """Print the queries that come with newslake."""
    for script in scripts("queries"):
        click.echo(f"{script.name:<24}{script.about}")


def _require_answerable(connection: duckdb.DuckDBPyConnection, question: str, parameters: Mapping[str, str]) -> None:
    """Let one statement pass that only reads: COPY could write to the lake's own folder, which is open to reading."""
    statements = connection.extract_statements(question)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise UsageError("ask one question that reads: SELECT, FROM, WITH, DESCRIBE, SHOW or SUMMARIZE")
    require_confined(connection, question)
    expected = statements[0].named_parameters
    if expected != set(parameters):
        needed = " ".join(f"--param {name}=…" for name in sorted(expected)) or "no --param"
        raise UsageError(f"this question takes {needed}")


def _print_table(
    connection: duckdb.DuckDBPyConnection, question: str, parameters: Mapping[str, str], output: Path | None
) -> None:
    if output:
        raise UsageError("a table is for reading; give --format csv, json, jsonl or parquet with --output")
    shown = str(connection.sql(question, params=dict(parameters))).rstrip()
    click.echo(visible(shown, lines=True))  # in a cell DuckDB writes breaks as \\n


@contextmanager
def _text_file(output: Path | None) -> Iterator[IO[str]]:
    if output is None:
        yield sys.stdout
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from error


def _write(connection: duckdb.DuckDBPyConnection, style: str, output: Path | None) -> None:
    if style == "parquet":
        _write_parquet(connection, output)
        return
    names = [column[0] for column in connection.description or ()]
    write = {"csv": _write_csv, "json": _write_json, "jsonl": _write_json_lines}[style]
    with _text_file(output) as file:
        write(file, names, _rows(connection))


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := connection.fetchmany(ROWS_AT_A_TIME):
        yield from rows


def _plain(value: object) -> object:
    """Return what JSON has no form for as text: times in ISO 8601, bytes in hexadecimal, others as they print."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)


def _json(names: Sequence[str], row: Sequence[Any]) -> str:
    text = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_plain)
    return visible(text)  # as JSON itself writes such characters: who reads it has them back


def _write_csv(file: IO[str], names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(spreadsheet_text(name) for name in names)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, list | dict):
        return visible(json.dumps(value, ensure_ascii=False, default=_plain))
    if isinstance(value, str):
        return spreadsheet_text(value)
    return value if value is None or isinstance(value, int | float) else _plain(value)


def _write_json(file: IO[str], names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    separator = "[\n  "
    for row in rows:
        file.write(separator + _json(names, row))
        separator = ",\n  "
    file.write("[]\n" if separator.startswith("[") else "\n]\n")


def _write_json_lines(file: IO[str], names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    file.writelines(_json(names, row) + "\n" for row in rows)


def _write_parquet(connection: duckdb.DuckDBPyConnection, output: Path | None) -> None:
    import pyarrow.parquet as pq

    if output is None:
        raise UsageError("Parquet is not for the terminal; give --output FILE")
    batches = connection.to_arrow_reader(ROWS_AT_A_TIME)
    try:
        with pq.ParquetWriter(output, batches.schema, compression="zstd") as writer:
            for batch in batches:
                writer.write_batch(batch)
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror or error}") from error
