"""Hold in memory what the pages list and narrow down by, and follow the lake when somebody has written to it."""

from pathlib import Path
from threading import Lock

import duckdb

from sql.readers import reading
from sql.scripts import statement


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
            if snapshot != self._snapshot:
                cursor.execute(statement("list_current"))
                self._snapshot = snapshot
