"""Read the values that feeds and sitemaps give of an article: addresses, times, names and languages."""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import regex

from transforms.records.page import Moment
from transforms.text.byline import parse_byline
from transforms.text.dates import parse_date
from transforms.text.urls import with_forgotten_scheme

_NO_NAME = regex.compile(r"\A(?:[^\s@]+@\S+|https?://\S+)")
_MAILBOX = regex.compile(r"\A(?:[^\s@]+@[^\s()]+ ?\((.+)\)|([^<]+)<[^\s@<>]+@[^\s<>]+>)")
_EIGHT_DIGITS = regex.compile(r"[12]\d{7}")
_MAIL_DATE = regex.compile(
    r"(?:[a-z]{3,9},?\s+)?\d{1,2}[\s-]+[a-z]{3,9}[\s-]+\d{2}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+(?:[a-z]{1,4}|[+-]\d{4}))?"
    r"|[a-z]{3}\s+[a-z]{3}\s+\d{1,2}\s+\d{1,2}:\d{2}:\d{2}\s+(?:[a-z]{1,4}\s+)?\d{4}",
    regex.IGNORECASE,
)
"""A date with a year of two digits, and what ctime(3) writes."""

_LANGUAGE = regex.compile(r"[a-z]{2,3}(?:[-_][a-z\d]{2,8})*", regex.IGNORECASE)


EARLIEST = datetime(1605, 1, 1, tzinfo=UTC)
"""The year of the first newspaper; a time before it is the mark of a program for none."""

NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""The zero of UNIX time, which programs write for no time."""


def announced_url(given: object, base: str) -> str | None:
    """Return `given`, read from `base`, as an absolute http(s) address; None when it is none."""
    return with_forgotten_scheme(base, given) if isinstance(given, str) and given.strip() else None


def announced_moment(given: object) -> Moment | None:
    """Return the time that `given` says, in UTC, with its own day; None where it says none, or one that means none."""
    if not isinstance(given, str):
        return None
    moment = parse_date(given) or _machine_time(given.strip())
    if moment is None:
        return None
    try:
        at = moment.at.astimezone(UTC)
    except OverflowError:
        return None
    return Moment(at, moment.precision, moment.day) if at >= EARLIEST and at != NO_TIME else None


def announced_time(given: object) -> datetime | None:
    """Return the time that `given` says, in UTC, as `announced_moment` does."""
    moment = announced_moment(given)
    return moment.at if moment else None


def _machine_time(text: str) -> Moment | None:
    """Read what programs write and people do not: a day in eight digits, and mail's dates (RFC 5322, 4.3)."""
    try:
        if _EIGHT_DIGITS.fullmatch(text):
            return Moment(datetime.strptime(text, "%Y%m%d").replace(tzinfo=UTC), "day")
        if not _MAIL_DATE.fullmatch(text):
            return None
        at = parsedate_to_datetime(text)
    except ValueError:  # 31 February
        return None
    return Moment(at.replace(tzinfo=at.tzinfo or UTC), "second" if text.count(":") > 1 else "minute")


def announced_authors(given: Iterable[object]) -> tuple[str, ...]:
    """Return the names in the values of author elements: no mail addresses, each name once."""
    names = (name for value in given if isinstance(value, str) for name in _names(value))
    return tuple(dict.fromkeys(names))


def _names(value: str) -> tuple[str, ...]:
    text = " ".join(value.split())
    if mailbox := _MAILBOX.fullmatch(text):
        text = (mailbox[1] or mailbox[2]).strip()
    if not text or _NO_NAME.fullmatch(text):
        return ()
    return parse_byline(text) or (text,)


def announced_language(given: object) -> str | None:
    """Return a language tag as it is given, such as "en-GB"; None when it is no tag."""
    return given.strip() if isinstance(given, str) and _LANGUAGE.fullmatch(given.strip()) else None
