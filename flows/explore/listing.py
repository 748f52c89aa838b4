"""Hold in memory what the pages list and narrow down by, and follow the lake when somebody has written to it."""

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import duckdb

from sql.readers import reading
from sql.scripts import statement

READ = frozenset({"articles", "entities", "events", "mentions", "places", "quotes", "times"})
"""The tables that sql/statements/explore/list_current.sql reads."""

OF_ROWS = frozenset({"tables_inserted_into", "tables_deleted_from", "inlined_insert", "inlined_delete"})
"""Changes, as DuckLake calls them, of the rows of a table; those that only move rows are OF_FILES."""

OF_FILES = frozenset({"flushed_inlined", "merge_adjacent", "rewrite_delete"})

PATIENCE = 0.15
"""Seconds that a page waits for the articles to be read anew: most lakes take less, a hundred thousand articles 10
seconds, and meanwhile pages show those of before."""


class Listing:
    """What sql/statements/explore/list_current.sql holds in memory of the current articles, some 8 kB of each.

    Read from Parquet for each page, the names of outlets alone would take the time that a page may take. `thread` has
    one worker, which reads them.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, lake: Path, thread: ThreadPoolExecutor) -> None:
        self._connection = connection
        self._lake = lake
        self._thread = thread
        self._follows: Future[None] | None = None
        self.snapshot: int | None = None
        """The snapshot of the lake that the articles are of; None before they were first read."""

    def follow(self, patience: float = PATIENCE) -> None:
        """Read the articles anew, if the lake has changed since; wait for it at first, later `patience` seconds."""
        if self._follows is None or self._follows.done():
            self._follows = self._thread.submit(self._follow)
        with suppress(TimeoutError):
            self._follows.result(None if self.snapshot is None else patience)

    def _follow(self) -> None:
        with reading(self._lake), self._connection.cursor() as cursor:
            cursor.execute("use lake")
            snapshot = cursor.execute(statement("current_snapshot")).fetchall()[0][0]
            if snapshot != self.snapshot and not self._is_listed(cursor, snapshot):
                cursor.execute(statement("list_current"))
            self.snapshot = snapshot

    def _is_listed(self, cursor: duckdb.DuckDBPyConnection, snapshot: int) -> bool:
        """Return whether what is held is also what a later snapshot has: a run that finds nothing new makes one too."""
        if self.snapshot is None:
            return False
        asked = {"since": self.snapshot, "until": snapshot}
        changes = cursor.execute(statement("changes_between"), asked).fetchall()
        return all(kind in OF_FILES or (kind in OF_ROWS and table not in {*READ, None}) for kind, table in changes)
