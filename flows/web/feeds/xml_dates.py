"""Read the dates of an entry in an XML feed: when it was published, and when it was changed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import regex

from flows.web.feeds.announced import announced_moment
from transforms.records.page import Moment

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


def published_at(entry: Mapping[str, Any], *, dated_by_dc: bool) -> Moment | None:
    """Return when an entry was published, in UTC; None when it does not say."""
    return _entry_moment(entry, "published") or (_entry_moment(entry, "updated") if dated_by_dc else None)


def updated_at(entry: Mapping[str, Any]) -> datetime | None:
    """Return when an entry was changed, in UTC; None when it does not say."""
    moment = _entry_moment(entry, "updated")
    return moment.at if moment else None


def _entry_moment(entry: Mapping[str, Any], name: str) -> Moment | None:
    """Return the time `published` or `updated` of an entry, in UTC; None when it says none that can be read.

    It is read from what is written there: of a form that it does not know feedparser takes what looks like a year, and
    adds the month in which it runs ("2024/03/04").
    """
    # Asked for one that is not there, feedparser would give the other, with a warning.
    return announced_moment(entry[name]) if name in entry else None
