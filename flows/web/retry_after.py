"""Read the Retry-After header: how long a server wants to be left alone."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(header: str, now: datetime) -> float | None:
    """Return the seconds from `now` that `header` gives, as a number or as a date (RFC 9110, 10.2.3); None if neither.

    A date in the past is 0.
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:  # "-0000", which the standard does not have, says UTC all the same
        until = until.replace(tzinfo=UTC)
    return max((until - now).total_seconds(), 0.0)
