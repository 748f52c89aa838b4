"""Resolve temporal expressions to intervals of the calendar."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from transforms.figures.number_words import number_value
from transforms.times.intervals import Interval, calendar_interval, midnight, minute, moved, shifted
from transforms.times.patterns import MONTHS, WEEKDAYS, TimePhrase
from transforms.times.tense import Direction

Says = dict[str, str]
"""What an expression says, by the names of its parts."""

Points = Callable[[], Direction]
"""Where the clause points; asked for only where it matters."""

LAST, NEXT = {"last", "past"}, {"next", "coming"}
STEPS = {"last": -1, "this": 0, "next": 1}

BOUNDS = {"more than", "over", "less than", "at least"}
"""Before `two years ago` they leave open when it was."""


def resolve(phrase: TimePhrase, published: date | None, points: Points) -> Interval | None:
    """Return the interval that an expression means in an article of the day `published`; None when it can't be known.

    Raises ValueError or OverflowError for days that the calendar does not have.
    """
    found = _RESOLVERS[phrase.kind](phrase.says, published, points)
    if found and phrase.clock and found.granularity == "day":
        return _at(found.starts_at.date(), phrase.clock)
    return found


def _at(day: date, clock: dict[str, str]) -> Interval:
    if "noon" in clock:
        return minute(day, 12, 0)
    hour = int(clock["hour"])
    if "half" in clock:
        hour = hour % 12 + (12 if clock["half"] == "p" else 0)
    return minute(day, hour, int(clock.get("minute", 0)))


def _date(says: Says, published: date | None, points: Points) -> Interval | None:
    day = int(says["day"].rstrip("stndrh"))
    month = int(says["number"]) if "number" in says else _month_number(says["month"])
    if "year" in says:
        return calendar_interval("day", date(int(says["year"]), month, day))
    if published is None:
        return None
    if "which" in says:
        return calendar_interval("day", date(published.year + STEPS[says["which"]], month, day))
    if "weekday" in says:
        return calendar_interval("day", _on_weekday(published, month, day, WEEKDAYS.index(says["weekday"][:3].lower())))
    return calendar_interval("day", _nearest(published, points, lambda year: date(year, month, day)))


def _on_weekday(published: date, month: int, day: int, weekday: int) -> date:
    """Return the nearest such date that falls on the weekday; ValueError when none within three years does."""
    years = range(published.year - 3, published.year + 4)
    days = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    return min((at for at in days if at.weekday() == weekday), key=lambda at: abs(at - published))


def _month(says: Says, published: date | None, points: Points) -> Interval | None:
    month = _month_number(says["month"])
    word = says.get("word", "").lower()
    if "year" in says:
        return calendar_interval("month", date(int(says["year"]), month, 1))
    if published is None:
        return None
    if "which" in says:
        return calendar_interval("month", date(published.year + STEPS[says["which"]], month, 1))
    if not word:
        return calendar_interval("month", _nearest(published, points, lambda year: date(year, month, 1)))
    step = (month <= published.month) if word in NEXT else -(month >= published.month) if word in LAST else 0
    return calendar_interval("month", date(published.year + step, month, 1))


def _nearest(published: date, points: Points, in_year: Callable[[int], date]) -> date:
    """Return the last such day up to publication, the next one where the clause points ahead, else the nearest."""
    this = in_year(published.year)
    match points():
        case "future":
            return this if this >= published.replace(day=1) else in_year(published.year + 1)
        case "past":
            return this if this <= published else in_year(published.year - 1)
        case _:
            around = (in_year(published.year + step) for step in (-1, 0, 1))
            return min(around, key=lambda at: abs(at - published))


def _numbers(says: Says, published: date | None, points: Points) -> Interval | None:
    """Return the day of a date in digits; None for 3/4/2024, of which nobody knows whether it is in March or April."""
    first, second = int(says["first"]), int(says["second"])
    if says["mark"] == "/" and first != second and first <= 12 and second <= 12:
        return None
    day, month = (second, first) if says["mark"] == "/" and second > 12 else (first, second)
    return calendar_interval("day", date(int(says["year"]), month, day))


def _days(says: Says, published: date | None, points: Points) -> Interval | None:
    first = _date(says, published, points)
    if first is None:
        return None
    last = first.starts_at.date().replace(day=int(says["last"].rstrip("stndrh")))
    if last <= first.starts_at.date():
        raise ValueError(f"the days run backwards: {says['day']} to {says['last']}")
    return Interval(first.starts_at, calendar_interval("day", last).ends_at, "day")


def _months(says: Says, published: date | None, points: Points) -> Interval | None:
    year = int(says["year"])
    first, last = _month_number(says["month"]), _month_number(says["last"])
    starts = calendar_interval("month", date(year - (first > last), first, 1))
    return Interval(starts.starts_at, calendar_interval("month", date(year, last, 1)).ends_at, "month")


def _quarter(says: Says, published: date | None, points: Points) -> Interval | None:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(says["number"]) or int(says["number"][1])
    return calendar_interval("quarter", date(int(says["year"]), number * 3, 1))


def _ago(says: Says, published: date | None, points: Points) -> Interval | None:
    if published is None or "vague" in says or says["unit"] in {"minute", "hour"}:
        return None  # how long before which minute, a date of publication does not say
    if " ".join(says.get("bound", "").lower().split()) in BOUNDS:
        return None
    return moved(says["unit"], published, -_count(says["count"]))


def _ahead(says: Says, published: date | None, points: Points) -> Interval | None:
    return moved(says["unit"], published, _count(says["count"])) if published else None


def _span(says: Says, published: date | None, points: Points) -> Interval | None:
    if published is None or says["unit"] in {"minute", "hour"}:
        return None
    return _rolling(says["word"].lower(), says["unit"], published, _count(says["count"]), points)


def _rolling(word: str, unit: str, published: date, count: int, points: Points) -> Interval | None:
    """Return the stretch that ends or begins with publication; None for `the next` one of a tale about the past."""
    if word in LAST:
        return Interval(midnight(shifted(unit, published, -count)), midnight(published), unit)
    if points() == "past":
        return None
    return Interval(midnight(published), midnight(shifted(unit, published, count)), unit)


def _unit(says: Says, published: date | None, points: Points) -> Interval | None:
    if published is None:
        return None
    word, unit = says["word"].lower(), says["unit"]
    if unit == "weekend":
        is_over = word == "this" and published.weekday() < WEEKDAYS.index("sat") and points() == "past"
        week = moved("week", published, -1 if is_over else _step(word))  # on Monday, `this weekend` may be over
        return Interval(week.ends_at - timedelta(days=2), week.ends_at, "day")
    if "very" in says.get("article", ""):
        return None  # the very next year: after another time
    if word != "this" and ("article" in says or word in {"past", "coming"}):
        return _rolling(word, unit, published, 1, points)
    return moved(unit, published, _step(word))


def _step(word: str) -> int:
    return -1 if word in LAST else 1 if word in NEXT else 0


def _day(says: Says, published: date | None, points: Points) -> Interval | None:
    word = says["word"].lower().split()[0]
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    return moved("day", published, step) if published else None


def _weekday(says: Says, published: date | None, points: Points) -> Interval | None:
    if published is None:
        return None
    weekday = WEEKDAYS.index(says["day"][:3].lower())
    if "week" in says:
        week = moved("week", published, STEPS[says["week"]])
        return calendar_interval("day", week.starts_at.date() + timedelta(days=weekday))
    word = says.get("word", "").lower().removeprefix("this ")
    ahead, back = (weekday - published.weekday()) % 7, (published.weekday() - weekday) % 7
    match _pointing(word, points):
        case "future":
            return moved("day", published, ahead or (7 if word in NEXT else 0))
        case "present" if back:
            return None  # the bank closes on Monday: a headline's last one or a timetable's next
        case _:
            return moved("day", published, -(back or (7 if word in LAST else 0)))


def _pointing(word: str, points: Points) -> Direction:
    """Return where a weekday lies: as the word before it says, else as the clause does; `this` one is to come."""
    if word in NEXT:
        return "future"
    if word in LAST:
        return "past"
    return "future" if word == "this" and points() != "past" else points()


def _years(says: Says, published: date | None, points: Points) -> Interval | None:
    first = says["year"]
    last = first[: -len(says["last"])] + says["last"]  # 2024-25
    return Interval(midnight(date(int(first), 1, 1)), calendar_interval("year", date(int(last), 1, 1)).ends_at, "year")


def _year(says: Says, published: date | None, points: Points) -> Interval | None:
    return calendar_interval("year", date(int(says["year"]), 1, 1))


def _decade(says: Says, published: date | None, points: Points) -> Interval | None:
    return calendar_interval("decade", date(int(says["year"]), 1, 1))


def _clock(says: Says, published: date | None, points: Points) -> Interval | None:
    return None  # of which day, the expression alone does not say


def _month_number(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _count(text: str) -> int:
    return int(number_value(text) or 1)  # `a week ago` is one


_RESOLVERS: dict[str, Callable[[Says, date | None, Points], Interval | None]] = {
    "date": _date,
    "numbers": _numbers,
    "days": _days,
    "months": _months,
    "month": _month,
    "quarter": _quarter,
    "ago": _ago,
    "ahead": _ahead,
    "span": _span,
    "unit": _unit,
    "day": _day,
    "weekday": _weekday,
    "decade": _decade,
    "year": _year,
    "years": _years,
    "clock": _clock,
}
