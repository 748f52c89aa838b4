"""Hold in memory what the pages list and narrow down by, and follow the lake when somebody has written to it."""

from pathlib import Path
from threading import Lock

import duckdb

from sql.readers import reading
from sql.scripts import statement

READ = frozenset({"articles", "entities"})
"""The tables that sql/statements/explore/list_current.sql reads."""

OF_ROWS = frozenset({"tables_inserted_into", "tables_deleted_from", "inlined_insert", "inlined_delete"})
"""Changes, as DuckLake calls them, of the rows of a table; those that only move rows are OF_FILES."""

OF_FILES = frozenset({"flushed_inlined", "merge_adjacent", "rewrite_delete"})


class Listing:
    """The current articles without their texts, as the table memory.main.listed: some 300 bytes an article.

    Read from Parquet for each page, the names of outlets alone would take the time that a page may take.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, lake: Path) -> None:
        self._connection = connection
        self._lake = lake
        self._snapshot: int | None = None
        self._lock = Lock()

    def follow(self) -> None:
        """Read the articles anew, if the lake has changed since."""
        with self._lock, reading(self._lake), self._connection.cursor() as cursor:
            cursor.execute("use lake")
            snapshot = cursor.execute(statement("current_snapshot")).fetchall()[0][0]
            if snapshot != self._snapshot and not self._is_listed(cursor, snapshot):
                cursor.execute(statement("list_current"))
            self._snapshot = snapshot

    def _is_listed(self, cursor: duckdb.DuckDBPyConnection, snapshot: int) -> bool:
        """Return whether what is held is also what a later snapshot has: a run that finds nothing new makes one too."""
        if self._snapshot is None:
            return False
        asked = {"since": self._snapshot, "until": snapshot}
        changes = cursor.execute(statement("changes_between"), asked).fetchall()
        return all(kind in OF_FILES or (kind in OF_ROWS and table not in {*READ, None}) for kind, table in changes)
