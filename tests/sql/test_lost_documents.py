"""An input whose raw document is lost is not known any more: its page is asked for again, and what announces it."""

import duckdb
import pytest

from sql.scripts import scripts, statement
from sql.tables import tables

FEED, PAGE = "https://news.example/feed", "https://news.example/1"


@pytest.fixture
def lake() -> duckdb.DuckDBPyConnection:
    """A lake in memory that polled a feed, and stored the page that it announced."""
    connection = duckdb.connect()
    for script in scripts("schema"):
        connection.execute(script.text)
    rows: dict[str, dict[str, object]] = {
        "runs": {"run_id": "r", "command": "ingest", "status": "completed", "newslake_version": "1"},
        "inputs": {"run_id": "r", "position": 1, "uri": PAGE, "source": "s", "outcome": "stored", "document_id": "d"},
        "documents": {"document_id": "d", "uri": PAGE, "source": "s", "etag": "e", "size_bytes": 1},
        "polls": {"run_id": "r", "url": FEED, "source": "s", "etag": "f", "complete": True, "fetched": 1},
        "articles": {"article_id": "a", "version": 1, "is_current": True, "document_id": "d", "url": PAGE},
    }
    for table, values in rows.items():
        add(connection, table, values)
    return connection


def add(connection: duckdb.DuckDBPyConnection, table: str, values: dict[str, object]) -> None:
    """Insert a row; columns that may not be null and are not given have some value of their type."""
    some = {"TIMESTAMP WITH TIME ZONE": "now()", "VARCHAR": "'x'", "BLOB": "'x'::blob", "VARCHAR[]": "[]"}
    needed = {
        column.name: some.get(column.type, "0")
        for column in tables()[table].columns
        if not column.nullable and column.name not in values
    }
    columns = [*(f"${name} as {name}" for name in values), *(f"{value} as {name}" for name, value in needed.items())]
    connection.execute(f"insert into {table} by name select {', '.join(columns)}", values)


def ask(lake: duckdb.DuckDBPyConnection, name: str) -> list[tuple[object, ...]]:
    return lake.execute(statement(name)).fetchall()


def known_inputs(lake: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    ask(lake, "load_known_inputs")
    return lake.execute("select uri_md5 = md5_number($page) from known_inputs", {"page": PAGE}).fetchall()


def test_a_lost_document_is_not_known_any_more(lake: duckdb.DuckDBPyConnection) -> None:
    assert known_inputs(lake) == [(True,)]
    assert [row[:2] for row in ask(lake, "known_pages")] == [(PAGE, "e")]
    assert [(row[0], row[1], row[5]) for row in ask(lake, "known_polls")] == [(FEED, "f", True)]
    assert ask(lake, "lost_documents") == []
    lake.execute("delete from documents")
    assert known_inputs(lake) == []
    assert ask(lake, "known_pages") == []
    assert [(row[0], row[1], row[5]) for row in ask(lake, "known_polls")] == [(FEED, None, False)], (
        "asked unconditionally"
    )
    assert ask(lake, "lost_documents") == [(PAGE,)]


def test_an_article_stays_known_without_its_document(lake: duckdb.DuckDBPyConnection) -> None:
    lake.execute("delete from documents")
    ask(lake, "load_known_articles")
    assert lake.execute("select article_id, uri from known_articles").fetchall() == [("a", PAGE)], (
        "or it is stored twice"
    )
