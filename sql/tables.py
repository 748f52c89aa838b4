"""The tables of the lake, read from their DDL: column names, types, comments, and Arrow schemas."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import duckdb

from sql.arrow import arrow_rows
from sql.literals import identifier
from sql.scripts import scripts, statement


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or view as its DDL declares it; `type` is DuckDB's name for the type."""

    name: str
    type: str
    nullable: bool
    comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view as its DDL declares it."""

    name: str
    comment: str
    columns: tuple[Column, ...]


@cache
def _empty() -> duckdb.DuckDBPyConnection:
    """Return a database in memory that holds every table and view of the lake, empty."""
    connection = duckdb.connect()
    for script in (*scripts("schema"), *scripts("views")):
        connection.execute(script.text)
    return connection


@cache
def tables() -> dict[str, Table]:
    """Return the tables of the lake by name."""
    found = _empty().execute(statement("tables_declared")).fetchall()
    return {name: Table(name, comment, declared(name)) for name, comment in found}


def declared(table: str) -> tuple[Column, ...]:
    """Return the columns of a table or view as the DDL declares them."""
    return tuple(Column(*row) for row in _empty().execute(statement("columns_of"), [table]).fetchall())


@cache
def arrow_schema(table: str) -> Any:  # noqa: ANN401 - pyarrow has no type stubs
    """Return the `pyarrow.Schema` of a table."""
    return _empty().table(table).limit(0).to_arrow_table().schema


def arrow_table(table: str, records: Iterable[Any]) -> Any:  # noqa: ANN401
    """Return records (dataclasses with the table's columns as fields) as a `pyarrow.Table` of that table's schema."""
    return arrow_rows(arrow_schema(table), records)


def insert(connection: duckdb.DuckDBPyConnection, table: str, records: Iterable[Any]) -> None:
    """Insert records into a table of the lake, column by column name."""
    insert_rows(connection, table, arrow_table(table, records))


def insert_rows(connection: duckdb.DuckDBPyConnection, table: str, rows: Any) -> None:  # noqa: ANN401
    """Insert the rows of a `pyarrow.Table` into a table of the lake, column by column name."""
    connection.register("rows_to_insert", rows)
    connection.execute(f"insert into {identifier(table)} by name from rows_to_insert")
    connection.unregister("rows_to_insert")


def delete_versions(connection: duckdb.DuckDBPyConnection, table: str, versions: str) -> None:
    """Delete from a table below articles the rows of the versions of articles that the table `versions` holds."""
    connection.execute(
        f"delete from {identifier(table)} where (article_id, version) in "  # noqa: S608 - names of tables
        f"(select (article_id, version) from {identifier(versions)})"
    )


def rows_of_versions(connection: duckdb.DuckDBPyConnection, table: str, versions: str) -> list[dict[str, Any]]:
    """Return the rows of a table below articles that the versions of articles in the table `versions` have."""
    question = f"from {identifier(table)} semi join {identifier(versions)} using (article_id, version)"
    rows: list[dict[str, Any]] = connection.execute(question).to_arrow_table().to_pylist()
    return rows
