"""Read the dates of an entry in an XML feed: when it was published, and when it was changed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from time import struct_time
from typing import Any

import regex

from flows.web.feeds.announced import announced_time, checked_time

_FOR_FEEDPARSER = regex.compile(
    # RFC 822: a zone by its name, or a year of two digits
    r"(?:\p{L}+[,.]?\s+)?\d{1,2}\s+\p{L}{3,9}\s+(?:\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+[a-z]{1,4}"
    r"|\d{2}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+(?:[a-z]{1,4}|[+-]\d{4}))?)"
    # what date(1) and ctime(3) write
    r"|\p{L}{3}\s+\p{L}{3}\s+\d{1,2}\s+\d{1,2}:\d{2}:\d{2}\s+(?:[a-z]{1,4}\s+)?\d{4}"
    # a day of ISO 8601 in eight digits
    r"|\d{8}",
    regex.IGNORECASE,
)
"""The forms that feedparser reads and parse_date does not, or not with their zone.

Of others it takes what looks like a year, and adds the month in which it runs ("2024/03/04") or the first day.
"""

_DC = regex.compile(rb"""xmlns:([\w.-]+)\s*=\s*["']http://purl\.org/dc/elements/1\.1/?["']""")
_CHANGED = regex.compile(rb"<(?:[\w.-]+:)?(?:modified|updated)[\s>]", regex.IGNORECASE)


def updated_is_dc_date(content: bytes, version: str) -> bool:
    """Whether what feedparser takes for the time of a change is the `dc:date` of an entry in RSS or RDF.

    There it is the date of the entry (web.resource.org/rss/1.0/modules/dc). False when the feed also has elements that
    say when an entry was changed, for feedparser gives both by one name, and in an encoding other than ASCII's.
    """
    if not version.startswith("rss") or _CHANGED.search(content):
        return False
    return any(regex.search(rb"<%s:date[\s>]" % regex.escape(prefix), content) for prefix in _DC.findall(content))


def published_at(entry: Mapping[str, Any], *, dated_by_dc: bool) -> datetime | None:
    """Return when an entry was published, in UTC; None when it does not say."""
    return entry_time(entry, "published") or (entry_time(entry, "updated") if dated_by_dc else None)


def entry_time(entry: Mapping[str, Any], name: str) -> datetime | None:
    """Return the time `published` or `updated` of an entry, in UTC; None when it says none that can be read."""
    if name not in entry:  # feedparser would give the one for the other, with a warning
        return None
    written = str(entry[name]).strip()
    if not _FOR_FEEDPARSER.fullmatch(written):
        return announced_time(written)
    parsed = entry.get(f"{name}_parsed")
    try:
        return checked_time(datetime(*parsed[:6], tzinfo=UTC)) if isinstance(parsed, struct_time) else None
    except ValueError:  # a leap second
        return None
