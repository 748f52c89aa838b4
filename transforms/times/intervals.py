"""Days, weeks, months, quarters, years and decades as intervals of local time, the end exclusive."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time, from `starts_at` up to and without `ends_at`, and the unit it was given in."""

    starts_at: datetime
    ends_at: datetime
    granularity: str


def calendar_interval(granularity: str, at: date) -> Interval:
    """Return the unit of time that holds `at`; weeks begin on Monday, as in ISO 8601."""
    first = _first_day(granularity, at)
    return Interval(midnight(first), midnight(_next(granularity, first)), granularity)


def moved(granularity: str, at: date, count: int) -> Interval:
    """Return the unit of time `count` units after the one that holds `at`, before it when `count` is negative.

    Raises OverflowError or ValueError where the calendar ends.
    """
    return calendar_interval(granularity, shifted(granularity, _first_day(granularity, at), count))


def shifted(unit: str, at: date, count: int) -> date:
    """Return the day `count` days, weeks, months, quarters, years or decades after `at`.

    Raises OverflowError or ValueError where the calendar ends.
    """
    if unit in MONTHS_IN:
        return _months_later(at, MONTHS_IN[unit] * count)
    return at + timedelta(days=count * (7 if unit == "week" else 1))


def midnight(day: date) -> datetime:
    """Return the beginning of a day."""
    return datetime.combine(day, time())


def minute(at: date, hour: int, minutes: int) -> Interval:
    """Return a minute of the day `at`."""
    start = datetime.combine(at, time(hour, minutes))
    return Interval(start, start + timedelta(minutes=1), "minute")


def _first_day(granularity: str, at: date) -> date:
    match granularity:
        case "day":
            return at
        case "week":
            return at - timedelta(days=at.weekday())
        case "month":
            return at.replace(day=1)
        case "quarter":
            return at.replace(month=(at.month - 1) // 3 * 3 + 1, day=1)
        case "year":
            return at.replace(month=1, day=1)
        case _:
            return at.replace(year=at.year // 10 * 10, month=1, day=1)


def _next(granularity: str, first: date) -> date:
    return shifted(granularity, first, 1)


def _months_later(at: date, count: int) -> date:
    """Return the same day `count` months later, or the last one of a shorter month."""
    year, month = divmod(at.year * 12 + at.month - 1 + count, 12)
    return date(year, month + 1, min(at.day, monthrange(year, month + 1)[1]))
