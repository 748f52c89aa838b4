"""What the lake knows of the web: the pages it holds, by an address that folds their variants, and the last polls."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from sql.scripts import statement
from transforms.text.urls import address_hash, folded


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask it whether something has changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page that was asked for and ended for good: when it was last, and as what.

    `fetched_at` is the start of that run at the earliest. `refused` is the reason for which it was rejected, None when
    an article came of it; `was_not_given` says that its server, not its content, was the reason.
    """

    validators: Validators
    fetched_at: datetime
    refused: str | None = None
    was_not_given: bool = False


@dataclass(frozen=True, slots=True)
class LastPoll:
    """The last poll of a feed, sitemap, list of pages or archive, and when one last brought something new.

    The validators are empty when that poll left something to do, and so is not `complete`.
    """

    validators: Validators
    polled_at: datetime
    changed_at: datetime
    complete: bool = True


@dataclass(frozen=True, slots=True)
class KnownPages:
    """The pages and polls of a lake as they were when a run began."""

    pages: dict[str, KnownPage]
    polls: dict[str, LastPoll]
    forgotten: frozenset[str] = frozenset()
    """Hashes of the addresses that are not to come back."""

    def page(self, url: str) -> KnownPage | None:
        """Return what is known of the page at an address, or at a variant of it; None for a new one."""
        return self.pages.get(folded(url))

    def is_forgotten(self, url: str) -> bool:
        """Whether the page at an address is not to come back."""
        return bool(self.forgotten) and address_hash(url) in self.forgotten

    def validators(self, url: str) -> Validators | None:
        """Return what to ask with for the page at an address; None for a new one."""
        known = self.page(url)
        return known.validators if known else None


def known_pages(connection: duckdb.DuckDBPyConnection) -> KnownPages:
    """Read from the lake what it knows of the web."""
    pages = connection.execute(statement("known_pages")).fetchall()
    polls = connection.execute(statement("known_polls")).fetchall()
    forgotten = connection.execute(statement("forgotten_hashes")).fetchall()
    return KnownPages(
        forgotten=frozenset(found for kind, found in forgotten if kind == "address"),
        pages={folded(uri): KnownPage(Validators(etag, modified), *said) for uri, etag, modified, *said in pages},
        polls={url: LastPoll(Validators(etag, modified), *said) for url, etag, modified, *said in polls},
    )
