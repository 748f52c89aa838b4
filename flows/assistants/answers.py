"""What the tools of the server answer: limited rows of the lake, as plain values."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from flows.answers.formats import plain
from flows.answers.limits import Limits, half_of_the_memory
from flows.answers.questions import require_answerable
from flows.answers.reader import Row, fetched
from flows.inputs.errors import UsageError
from flows.search.search import Search, search
from sql.asking.queries import queries
from sql.asking.views import views
from sql.lake import read_lake
from sql.scripts import statement
from sql.tables import tables

SECONDS = 60
"""Longest that a question may take: an assistant that waits longer has lost its reader."""

MOST_ROWS = 1_000
MOST_CHARACTERS = 2_000
"""Of an answer's rows, and of a text in it: more fills an assistant's memory with one answer."""

MOST_OF_A_TEXT = 30_000
"""Characters of an article that is asked for by itself: longer than all but few."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers from the lake in a folder, which is opened for each: so an assistant holds up nobody."""

    lake: Path

    def tables(self, name: str | None) -> list[Row]:
        """Return the tables and views with what they hold, or the columns of one; raises UsageError for no such."""
        known = {**tables(), **views()}
        if name is None:
            return [{"name": table.name, "holds": table.comment} for table in known.values()]
        if name not in known:
            raise UsageError(f"there is no table or view {name}; those there are: {', '.join(known)}")
        return [{"column": c.name, "type": c.type, "meaning": c.comment} for c in known[name].columns]

    def queries(self) -> list[Row]:
        """Return the questions that come with newslake, with their parameters; None is a default of none."""
        return [
            {
                "name": query.name,
                "asks": query.about,
                "parameters": {p.name: {"default": p.default, "meaning": p.meaning} for p in query.parameters},
            }
            for query in queries().values()
        ]

    def ask(self, question: str, parameters: Mapping[str, str], limit: int) -> Row:
        """Return the first rows that answer a question in SQL; raises UsageError, also for one that does not read."""
        most = max(1, min(limit, MOST_ROWS))
        with self._reading() as connection:
            require_answerable(connection, question, parameters)
            rows = fetched(connection.execute(question, dict(parameters)), most + 1)
        shown, are_cut = _shortened(rows[:most], MOST_CHARACTERS)
        return {"rows": shown, "more_rows": len(rows) > most, "texts_are_cut": are_cut}

    def query(self, name: str, parameters: Mapping[str, str], limit: int) -> Row:
        """Return the first rows that answer a question that comes with newslake; raises UsageError."""
        found = queries().get(name)
        if found is None:
            raise UsageError(f"there is no query {name}; those there are: {', '.join(queries())}")
        return self.ask(found.text, found.defaults() | dict(parameters), limit)

    def search(self, asked: Search) -> list[Row]:
        """Return the articles that have some words, best first, with the place of the hit; raises UsageError."""
        with self._reading() as connection:
            return [hit.as_row() for hit in search(self.lake, connection, asked)]

    def article(self, article: str) -> Row:
        """Return an article with its text and its values with their spans; raises UsageError when there is no such."""
        with self._reading() as connection:
            found = fetched(connection.execute(statement("find_articles"), {"words": article}))
            if not found:
                raise UsageError(f"no article has an article_id, address or title with {article!r}")
            key = {name: found[0][name] for name in ("article_id", "version")}
            (header,) = fetched(connection.execute(statement("article_header"), key))
            values = fetched(connection.execute(statement("article_values"), key), MOST_ROWS)
        shown, is_cut = _shortened([header], MOST_OF_A_TEXT)
        return {**shown[0], "text_is_cut": is_cut, "values": _shortened(values, MOST_CHARACTERS)[0]}

    @contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        memory = half_of_the_memory()
        with read_lake(self.lake, memory) as connection, Limits(SECONDS, memory).kept(connection):
            try:
                yield connection
            except (duckdb.InterruptException, duckdb.OutOfMemoryException):
                raise  # the limits say which
            except duckdb.Error as error:
                raise UsageError(f"the lake cannot answer that: {' '.join(str(error).split())}") from error


def _shortened(rows: list[Row], most: int) -> tuple[list[Row], bool]:
    """Return rows as values of JSON, with texts of so many characters at most, and whether any was longer."""
    values: list[dict[str, Any]] = json.loads(json.dumps(rows, default=plain))
    is_long = [isinstance(value, str) and len(value) > most for row in values for value in row.values()]
    if not any(is_long):
        return values, False
    return [{name: v[:most] if isinstance(v, str) else v for name, v in row.items()} for row in values], True
