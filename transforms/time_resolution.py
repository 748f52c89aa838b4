"""Resolve temporal expressions to intervals of the calendar."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from transforms.calendar_interval import Interval, interval, midnight, minute, moved, shifted
from transforms.number_words import number_value
from transforms.time_phrases import MONTHS, WEEKDAYS, TimePhrase

Says = dict[str, str]
"""What an expression says, by the names of its parts."""

Future = Callable[[], bool]
"""Whether the sentence speaks of what is to come; asked for only where it matters."""

LAST, NEXT = {"last", "past"}, {"next", "coming"}


def resolve(phrase: TimePhrase, published: date | None, future: Future) -> Interval | None:
    """Return the interval that an expression means in an article of the day `published`; None when it can't be known.

    Raises ValueError or OverflowError for days that the calendar does not have.
    """
    found = _RESOLVERS[phrase.kind](phrase.says, published, future)
    if found and phrase.clock and found.granularity == "day":
        return _at(found.starts_at.date(), phrase.clock)
    return found


def _at(day: date, clock: dict[str, str]) -> Interval:
    hour = int(clock["hour"])
    if "half" in clock:
        hour = hour % 12 + (12 if clock["half"] == "p" else 0)
    return minute(day, hour, int(clock.get("minute", 0)))


def _date(says: Says, published: date | None, future: Future) -> Interval | None:
    day = int(says["day"].rstrip("stndrh"))
    month = int(says["number"]) if "number" in says else _month_number(says["month"])
    if "year" in says:
        return interval("day", date(int(says["year"]), month, day))
    if published is None:
        return None
    if "weekday" in says:
        return interval("day", _on_weekday(published, month, day, WEEKDAYS.index(says["weekday"][:3].lower())))
    return interval("day", _nearest(published, future, lambda year: date(year, month, day)))


def _on_weekday(published: date, month: int, day: int, weekday: int) -> date:
    """Return the nearest such date that falls on the weekday; ValueError when none within three years does."""
    years = range(published.year - 3, published.year + 4)
    days = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    return min((at for at in days if at.weekday() == weekday), key=lambda at: abs(at - published))


def _month(says: Says, published: date | None, future: Future) -> Interval | None:
    month = _month_number(says["month"])
    word = says.get("word", "").lower()
    if "year" in says:
        return interval("month", date(int(says["year"]), month, 1))
    if published is None:
        return None
    if not word:
        return interval("month", _nearest(published, future, lambda year: date(year, month, 1)))
    step = (month <= published.month) if word in NEXT else -(month >= published.month) if word in LAST else 0
    return interval("month", date(published.year + step, month, 1))


def _nearest(published: date, future: Future, in_year: Callable[[int], date]) -> date:
    """Return the last such day up to publication, or the next one when the sentence speaks of the future."""
    this = in_year(published.year)
    if future():
        return this if this >= published.replace(day=1) else in_year(published.year + 1)
    return this if this <= published else in_year(published.year - 1)


def _months(says: Says, published: date | None, future: Future) -> Interval | None:
    year = int(says["year"])
    first, last = _month_number(says["month"]), _month_number(says["last"])
    starts = interval("month", date(year - (first > last), first, 1))
    return Interval(starts.starts_at, interval("month", date(year, last, 1)).ends_at, "month")


def _quarter(says: Says, published: date | None, future: Future) -> Interval | None:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(says["number"]) or int(says["number"][1])
    return interval("quarter", date(int(says["year"]), number * 3, 1))


def _ago(says: Says, published: date | None, future: Future) -> Interval | None:
    if published is None or says["unit"] in {"minute", "hour"}:
        return None  # how long before which minute, a date of publication does not say
    return moved(says["unit"], published, -_count(says["count"]))


def _span(says: Says, published: date | None, future: Future) -> Interval | None:
    if published is None or says["unit"] in {"minute", "hour"}:
        return None
    count = _count(says["count"])
    if says["word"].lower() in LAST:
        return Interval(midnight(shifted(says["unit"], published, -count)), midnight(published), says["unit"])
    return Interval(midnight(published), midnight(shifted(says["unit"], published, count)), says["unit"])


def _unit(says: Says, published: date | None, future: Future) -> Interval | None:
    if published is None:
        return None
    step = -1 if says["word"].lower() in LAST else 1 if says["word"].lower() in NEXT else 0
    if says["unit"] != "weekend":
        return moved(says["unit"], published, step)
    week = moved("week", published, step)
    return Interval(week.ends_at - timedelta(days=2), week.ends_at, "day")


def _day(says: Says, published: date | None, future: Future) -> Interval | None:
    word = says["word"].lower().split()[0]
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    return moved("day", published, step) if published else None


def _weekday(says: Says, published: date | None, future: Future) -> Interval | None:
    if published is None:
        return None
    days = (WEEKDAYS.index(says["day"][:3].lower()) - published.weekday()) % 7
    word = says.get("word", "").lower()
    if word in NEXT or (word not in LAST and future()):
        return moved("day", published, days or (7 if word in NEXT else 0))
    back = (7 - days) % 7
    return moved("day", published, -(back or (7 if word in LAST else 0)))


def _year(says: Says, published: date | None, future: Future) -> Interval | None:
    return interval("year", date(int(says["year"]), 1, 1))


def _decade(says: Says, published: date | None, future: Future) -> Interval | None:
    return interval("decade", date(int(says["year"]), 1, 1))


def _clock(says: Says, published: date | None, future: Future) -> Interval | None:
    return None  # of which day, the expression alone does not say


def _month_number(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _count(text: str) -> int:
    return int(number_value(text) or 1)  # `a week ago` is one


_RESOLVERS: dict[str, Callable[[Says, date | None, Future], Interval | None]] = {
    "date": _date,
    "months": _months,
    "month": _month,
    "quarter": _quarter,
    "ago": _ago,
    "span": _span,
    "unit": _unit,
    "day": _day,
    "weekday": _weekday,
    "decade": _decade,
    "year": _year,
    "clock": _clock,
}
