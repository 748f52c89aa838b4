"""What the lake knows of the web: the pages it holds, by an address that folds their variants, and the last polls."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from sql.scripts import statement
from transforms.text.urls import folded


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask it whether something has changed; `fetched_at` is None for a poll."""

    etag: str | None = None
    last_modified: str | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LastPoll:
    """The last poll of a feed, sitemap, list of pages or archive, and when one last brought something new.

    The validators are empty when that poll left something to do.
    """

    validators: Validators
    polled_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class KnownPages:
    """The pages and polls of a lake as they were when a run began."""

    pages: dict[str, Validators]
    polls: dict[str, LastPoll]

    def page(self, url: str) -> Validators | None:
        """Return what is known of the page at an address, or at a variant of it; None for a new one."""
        return self.pages.get(folded(url))


def known_pages(connection: duckdb.DuckDBPyConnection) -> KnownPages:
    """Read from the lake what it knows of the web."""
    pages = connection.execute(statement("known_pages")).fetchall()
    polls = connection.execute(statement("known_polls")).fetchall()
    return KnownPages(
        pages={folded(uri): Validators(*validators) for uri, *validators in pages},
        polls={url: LastPoll(Validators(etag, modified), *times) for url, etag, modified, *times in polls},
    )
