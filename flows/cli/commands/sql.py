"""Answer a question in SQL, and print or write the rows."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import IO

import click
import duckdb

from flows.answers.boxes import words_kept
from flows.answers.display import visible
from flows.answers.formats import write_parquet, write_text
from flows.answers.limits import UNTIMED, Limits
from flows.answers.questions import require_answerable
from flows.inputs.errors import UsageError
from sql.lake import read_lake


def answer(  # noqa: PLR0913, PLR0917 - as many things as a question may come with
    lake: Path,
    question: str,
    parameters: Mapping[str, str],
    style: str,
    output: Path | None,
    limits: Limits = UNTIMED,
    *,
    width: int | None = None,
) -> None:
    """Print the rows that answer `question`, or write them to `output`, as table, csv, json, jsonl or parquet.

    A table is as wide as the terminal, or `width` columns, where that is 80 or more.

    Raises UsageError when the lake cannot answer, or not within `limits`; QuestionError for what asks for more than it.
    """
    with read_lake(lake, limits.memory) as connection, limits.kept(connection):
        try:
            require_answerable(connection, question, parameters)
            if style == "table":
                _print_table(connection.sql(question, params=dict(parameters)), output, width)
            else:
                connection.execute(question, dict(parameters))
                _write(connection, style, output)
        except (duckdb.InterruptException, duckdb.OutOfMemoryException):
            raise  # the limits say which
        except duckdb.Error as error:
            raise UsageError(f"the lake cannot answer that: {' '.join(str(error).split())}") from error


def _print_table(rows: duckdb.DuckDBPyRelation, output: Path | None, width: int | None) -> None:
    if output:
        raise UsageError("a table is for reading; give --format csv, json, jsonl or parquet with --output")
    printed = StringIO()
    with redirect_stdout(printed):
        rows.show(max_width=width or shutil.get_terminal_size().columns)  # DuckDB takes one below 80 for 80
    box = words_kept(printed.getvalue().rstrip(), lambda: len(rows.limit(2).fetchall()) == 1)
    click.echo(visible(box, lines=True))  # in a cell DuckDB writes breaks as \\n


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
    with _text_file(output) as file:
        write_text(connection, style, file)


def _write_parquet(connection: duckdb.DuckDBPyConnection, output: Path | None) -> None:
    if output is None:
        raise UsageError("Parquet is not for the terminal; give --output FILE")
    try:
        write_parquet(connection, output)
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror or error}") from error
