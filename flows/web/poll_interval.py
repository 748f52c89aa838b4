"""Tell when a feed should be asked for again, by how long it has brought nothing new."""

from datetime import datetime, timedelta

SHARE = 0.1
"""The part of the time without change after which a new one is looked for: that of heuristic freshness in HTTP caches
(RFC 9111, 4.2.2)."""

LONGEST = timedelta(days=1)
"""The longest time between two polls: the morning's news of a feed that has slept for months is news by evening."""


def due_at(polled_at: datetime, changed_at: datetime) -> datetime:
    """Return when to poll again what was polled at `polled_at` and brought something new at `changed_at` last."""
    return polled_at + min(max(polled_at - changed_at, timedelta()) * SHARE, LONGEST)
