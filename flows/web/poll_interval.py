"""Tell when what was asked for should be asked for again: feeds, the sitemaps of an index, and pages."""

from datetime import datetime, time, timedelta

from flows.web.known_pages import KnownPage

SHARE = 0.1
"""The part of the time without change after which a new one is looked for: that of heuristic freshness in HTTP caches
(RFC 9111, 4.2.2)."""

LONGEST = timedelta(days=1)
"""The longest time between two polls: the morning's news of a feed that has slept for months is news by evening. Also
after how long a page is asked for again that was announced and not given: some are announced before they are there."""

A_DAY_SOMEWHERE = timedelta(days=2)
"""How long after its midnight in UTC a day may last, wherever it is meant."""


def due_at(polled_at: datetime, changed_at: datetime) -> datetime:
    """Return when to poll again what was polled at `polled_at` and brought something new at `changed_at` last."""
    return polled_at + min(max(polled_at - changed_at, timedelta()) * SHARE, LONGEST)


def child_has_changed(changed_at: datetime | None, polled_at: datetime) -> bool:
    """Whether a sitemap may have changed since it was polled, when its index says that it did at `changed_at`.

    What is not said may have been; a midnight stands for a day, at any time of which it may have changed.
    """
    if changed_at is None:
        return True
    is_day = changed_at.time() == time()
    return changed_at + (A_DAY_SOMEWHERE if is_day else timedelta()) >= polled_at


def page_is_due(updated_at: datetime | None, known: KnownPage, now: datetime) -> bool:
    """Whether a page that was asked for before is to be asked for again, when it is said to be new of `updated_at`.

    A time in the future says nothing yet: a clock or zone is wrong, and the page would be asked for each time.
    """
    if updated_at and known.fetched_at < updated_at <= now:
        return True
    return known.was_not_given and now - known.fetched_at >= LONGEST
