"""Ask the lake for a page: the same confined connection for all, a cursor for each question, within limits."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from flows.answers.limits import Limits
from flows.inputs.errors import UsageError
from sql.readers import reading
from sql.scripts import statement, statement_on

KEPT_ANSWERS = 64
"""Answers that are kept while the lake does not change: those of a few people's last pages."""

MOST_KEPT_ROWS = 2_000
"""A longer answer is not kept: it is asked for by programs, once."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in SQL with its parameters; `name` is what a file with its rows is called."""

    name: str
    text: str
    parameters: Mapping[str, Any]


def question(name: str, parameters: Mapping[str, Any], *, matching: str | None = None) -> Question:
    """Return the question in sql/statements/`name`.sql, which may select from `matching`, the rows of another one."""
    return Question(name, statement_on(name, matching) if matching else statement(name), parameters)


Ask = Callable[[Question], list[Row]]
"""What returns the rows that answer a question."""


class Reader:
    """What asks the lake for the pages, from several threads at once.

    `lake` is its folder where the connection does not hold it: then each question does, for as long as it takes.
    `listed` gives the snapshot that the tables in memory are of, which questions read beside the lake.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        limits: Limits,
        lake: Path | None = None,
        listed: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._connection = connection
        self._lake = lake
        self._limits = limits
        self._listed = listed
        self._kept: OrderedDict[tuple[Any, ...], list[Row]] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a connection of its own, to read the lake with.

        Raises UsageError when a limit is met, or what is asked is no SQL.
        """
        with self._lock:
            cursor = self._connection.cursor()
        try:
            with reading(self._lake) if self._lake else nullcontext(), cursor, self._limits.kept(cursor):
                cursor.execute("use lake")
                yield cursor
        except duckdb.Error as error:
            raise UsageError(f"the lake cannot answer that: {' '.join(str(error).split())}") from error

    @contextmanager
    def at_once(self) -> Iterator[Ask]:
        """Give what returns the rows that answer a question; all that it is asked is about the lake at one moment.

        An answer is kept until the lake changes. Questions are asked one after the other: at the same time they gain
        little, and now and then one waits for a second, where two that open the catalogue at the same moment are in
        each other's way and DuckDB's SQLite waits in whole seconds.
        """
        with self.cursor() as cursor:
            cursor.execute("begin")
            snapshot = _snapshot(cursor)
            yield partial(self._answer, cursor, snapshot)

    def _answer(self, cursor: duckdb.DuckDBPyConnection, snapshot: int, asked: Question) -> list[Row]:
        key = (snapshot, self._listed(), asked.text, repr(asked.parameters))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = fetched(cursor.execute(asked.text, dict(asked.parameters)))
        if len(found) <= MOST_KEPT_ROWS:
            with self._lock:
                self._kept[key] = found
                while len(self._kept) > KEPT_ANSWERS:
                    self._kept.popitem(last=False)
        return found

    def rows(self, asked: Question) -> list[Row]:
        """Return the rows that answer a question."""
        with self.at_once() as ask:
            return ask(asked)


def _snapshot(cursor: duckdb.DuckDBPyConnection) -> int:
    """Return the number of the lake's latest commit."""
    return int(cursor.execute(statement("current_snapshot")).fetchall()[0][0])


def fetched(cursor: duckdb.DuckDBPyConnection, most: int | None = None) -> list[Row]:
    """Return the rows of what was asked last, at `most` so many, by the names of their columns."""
    names = [column[0] for column in cursor.description or ()]
    rows = cursor.fetchall() if most is None else cursor.fetchmany(most)
    return [dict(zip(names, row, strict=True)) for row in rows]
