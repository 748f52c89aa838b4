"""Ask a lake in SQL from Python, and have the answer as Arrow, pandas or polars."""

import builtins
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from flows.search.search import Hit, Search, search
from sql.asking.queries import queries
from sql.errors import LakeError
from sql.lake import read_lake
from sql.readers import reading
from sql.sharing.shared import lake_folder

__all__ = ["Hit", "LakeError", "OpenLake", "open"]


class OpenLake:
    """A lake that is open for reading, until `close` or the end of `with`; to be used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._open_things = ExitStack()
        self.folder = folder
        self.connection: duckdb.DuckDBPyConnection = self._open_things.enter_context(read_lake(folder, hold=False))
        """The DuckDB connection: it can neither change the lake nor read files elsewhere.

        What is asked of it directly may find a file gone that maintenance took away meanwhile: ask again.
        """

    def rows(self, question: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return the rows that answer a question in SQL; `$name` in it is a parameter. Raises duckdb.Error."""
        with self._asked(question, parameters) as asked:
            names = [column[0] for column in asked.description or ()]
            return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]

    def arrow(self, question: str, parameters: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - no stubs
        """Return the answer as a `pyarrow.Table`."""
        with self._asked(question, parameters) as asked:
            return asked.to_arrow_table()

    def pandas(self, question: str, parameters: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401
        """Return the answer as a `pandas.DataFrame`; pandas is to be installed beside newslake."""
        with self._asked(question, parameters) as asked:
            return asked.df()

    def polars(self, question: str, parameters: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401
        """Return the answer as a `polars.DataFrame`; polars is to be installed beside newslake."""
        with self._asked(question, parameters) as asked:
            return asked.pl()

    def query(self, name: str, /, **parameters: object) -> builtins.list[dict[str, Any]]:
        """Return the answer to a question that comes with newslake, such as `query("names_of", name="Keller")`.

        Raises KeyError when there is none of that name, TypeError when a parameter is missing or unknown.
        """
        asked = queries()[name]
        given = asked.defaults() | {key: str(value) for key, value in parameters.items()}
        expected = {parameter.name for parameter in asked.parameters}
        if wrong := sorted(expected ^ given.keys()):
            raise TypeError(
                f"{name} takes {', '.join(sorted(expected)) or 'no parameters'}; missing or unknown: {wrong[0]}"
            )
        return self.rows(asked.text, given)

    def search(  # noqa: PLR0913 - one argument an option
        self,
        words: str,
        *,
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        language: str | None = None,
        entity: str | None = None,
        limit: int = 20,
    ) -> builtins.list[Hit]:
        """Return the articles that have these words, a "phrase" or the beginning of a word*, best first."""
        asked = Search(words, since, until, outlet, language, entity, limit)
        with reading(self.folder):
            return search(self.folder, self.connection, asked)

    def close(self) -> None:
        """Close the connection."""
        self._open_things.close()

    @contextmanager
    def _asked(self, question: str, parameters: Mapping[str, Any] | None) -> Iterator[duckdb.DuckDBPyConnection]:
        """Ask while maintenance waits: an open lake itself holds nobody up."""
        with reading(self.folder):
            yield self.connection.execute(question, dict(parameters or {}) or None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def open(lake: str | Path = "data/lake") -> OpenLake:  # noqa: A001 - read as newslake.open
    """Open the lake in a folder, or in "postgres:dbname=...", for reading.

    Raises LakeError when there is none, or it is newer than this newslake.
    """
    return OpenLake(lake_folder(lake))
