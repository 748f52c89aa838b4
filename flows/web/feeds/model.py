"""What a feed, a sitemap or a list of pages says before anything of it is fetched."""

from dataclasses import dataclass
from datetime import datetime

from transforms.records.page import Moment


@dataclass(frozen=True, slots=True)
class Reference:
    """An article that is announced somewhere.

    What is said of it beside the address is evidence for the article: None or empty when it is not said. The times
    are in UTC; where only a day is given, `updated_at` is its start.
    """

    url: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published_at: Moment | None = None
    updated_at: datetime | None = None
    language: str | None = None


class FeedError(ValueError):
    """What was taken for a feed is none: says why, in words for a person."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, None without one, and its articles in the order given."""

    title: str | None
    references: tuple[Reference, ...]
