"""Write the rows of an export as Parquet, CSV, JSON Lines or one DuckDB file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

import duckdb

from flows.answers.formats import write_text
from flows.export.contents import CHANGES, UNDATED, WHEN, Contents
from sql.asking.views import views
from sql.literals import identifier, literal
from sql.scripts import scripts
from sql.tables import tables

Style = Literal["parquet", "csv", "jsonl", "duckdb"]

WriteTables = Callable[[Contents], dict[str, int]]

PUBLISHED = "select article_id, published_on from lake.main.articles where is_current"


@contextmanager
def writer(connection: duckdb.DuckDBPyConnection, style: Style, place: Path) -> Iterator[WriteTables]:
    """Give a function that writes what was chosen to `place`, and returns the number of rows by table.

    `place` becomes a folder with a folder or file for each table, or one DuckDB file. To be entered outside of a
    transaction; the function may be called in one. Raises OSError and duckdb.Error.
    """
    if style == "duckdb":
        connection.execute(f"attach {literal(place)} as export")
        yield lambda chosen: _write_database(connection, chosen)
        connection.execute("use lake")
        connection.execute("detach export")
    else:
        place.mkdir()
        yield lambda chosen: _write_folder(connection, chosen, style, place)


def _write_folder(connection: duckdb.DuckDBPyConnection, chosen: Contents, style: Style, place: Path) -> dict[str, int]:
    write_table = _write_parquet if style == "parquet" else _write_lines
    for name, question in chosen.questions.items():
        write_table(connection, name, question, style, place)
    return {name: _count(connection, question) for name, question in chosen.questions.items()}


def _count(connection: duckdb.DuckDBPyConnection, question: str) -> int:
    return int(connection.execute(f"select count(*) from ({question})").fetchall()[0][0])  # noqa: S608


def _write_parquet(connection: duckdb.DuckDBPyConnection, name: str, question: str, _style: str, place: Path) -> None:
    """Write a table as Parquet files compressed with zstd; what belongs to articles in a folder for each month."""
    columns = {column for column, *_ in connection.execute(f"describe {question}").fetchall()}
    if name == CHANGES or "article_id" not in columns:
        options = "format parquet, compression zstd"
        connection.execute(f"copy ({question}) to {literal(place / f'{name}.parquet')} ({options})")
        return
    (place / name).mkdir()
    dated = (
        f"select rows.*, coalesce(strftime(published.published_on, '%Y-%m'), {literal(UNDATED)}) as {WHEN} "  # noqa: S608
        f"from ({question}) as rows left join ({PUBLISHED}) as published using (article_id)"
    )
    options = f"format parquet, compression zstd, partition_by ({WHEN})"
    connection.execute(f"copy ({dated}) to {literal(place / name)} ({options})")
    if not any((place / name).iterdir()):  # no rows: a file that has the columns
        empty = place / name / f"{WHEN}={UNDATED}"
        empty.mkdir()
        connection.execute(f"copy ({question}) to {literal(empty / 'data_0.parquet')} (format parquet)")


def _write_lines(connection: duckdb.DuckDBPyConnection, name: str, question: str, style: str, place: Path) -> None:
    connection.execute(question)
    with (place / f"{name}.{style}").open("w", encoding="utf-8", newline="") as file:
        write_text(connection, style, file)


def _write_database(connection: duckdb.DuckDBPyConnection, chosen: Contents) -> dict[str, int]:
    """Write the tables with their comments, the views that stand on none but these, and others asked for as tables."""
    connection.execute("use export")
    schema = {script.name: script.text for script in scripts("schema")}
    for name, question in chosen.questions.items():
        if name in tables():
            connection.execute(schema[name])
            connection.execute(f"insert into export.main.{identifier(name)} by name {question}")
        elif name == CHANGES:
            connection.execute(f"create table export.main.{CHANGES} as {question}")
    made = _make_views(connection)
    for name in (views().keys() - made) & chosen.questions.keys():
        connection.execute(f"create table export.main.{identifier(name)} as {chosen.questions[name]}")
    return {name: _count(connection, f"from export.main.{identifier(name)}") for name in chosen.questions}


def _make_views(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Make the views that stand on what is exported; return their names."""
    made = set()
    for script in scripts("views"):
        with suppress(duckdb.CatalogException):  # it stands on a table that is not exported
            connection.execute(script.text)
            made.add(script.name)
    return made
