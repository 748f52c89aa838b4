"""Resolve temporal expressions to intervals of the calendar."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from transforms.times import relative
from transforms.times.forms import MONTHS, WEEKDAYS
from transforms.times.holidays import holiday_on
from transforms.times.intervals import Interval, calendar_interval, midnight, shifted
from transforms.times.patterns import TimePhrase
from transforms.times.tale import LAST, NEXT, STEPS, Says, Setting

NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "latter": 2}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""The month in which each begins north of the tropics, by the meteorologists' reckoning; winters have two years."""

CENTURIES = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twentie": 20, "twenty-fir": 21}


def resolve(phrase: TimePhrase, setting: Setting) -> Interval | None:
    """Return the interval that an expression means; None when it can't be known.

    Raises ValueError or OverflowError for days that the calendar does not have.
    """
    resolver = _RESOLVERS.get(phrase.kind)
    found = resolver(phrase.says, setting) if resolver else None
    if found and phrase.clock and found.granularity == "day":
        return relative.time_of_day(found.starts_at.date(), phrase.clock)
    return found


def _date(says: Says, setting: Setting) -> Interval | None:
    day = int(says["day"].rstrip("stndrh"))
    month = int(says["number"]) if "number" in says else _month_number(says["month"])
    if "year" in says:
        return calendar_interval("day", date(int(says["year"]), month, day))
    if setting.today is None:
        return None
    if "which" in says:
        return calendar_interval("day", date(setting.today.year + STEPS[says["which"]], month, day))
    if "weekday" in says:
        weekday = WEEKDAYS.index(says["weekday"][:3].lower())
        return calendar_interval("day", _on_weekday(setting.today, month, day, weekday))
    return calendar_interval("day", _nearest(setting, lambda year: date(year, month, day)))


def _on_weekday(today: date, month: int, day: int, weekday: int) -> date:
    """Return the nearest such date that falls on the weekday; ValueError when none within three years does."""
    years = range(today.year - 3, today.year + 4)
    days = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    return min((at for at in days if at.weekday() == weekday), key=lambda at: abs(at - today))


def _week(says: Says, setting: Setting) -> Interval | None:
    day = _date(says, setting)
    return calendar_interval("week", day.starts_at.date()) if day else None


def _month(says: Says, setting: Setting) -> Interval | None:
    month = _month_number(says["month"])
    word = says.get("word", "").lower()
    if "year" in says:
        return calendar_interval("month", date(int(says["year"]), month, 1))
    if "same" in says:
        return calendar_interval("month", date(setting.before.starts_at.year, month, 1)) if setting.before else None
    if setting.today is None:
        return None
    if "which" in says:
        return calendar_interval("month", date(setting.today.year + STEPS[says["which"]], month, 1))
    if not word:
        return calendar_interval("month", _nearest(setting, lambda year: date(year, month, 1)))
    this = setting.today.month
    if word == "last":
        this -= 1  # in April, `last March` is last year's: who means this year's says last month, or March alone
    step = (month <= this) if word in NEXT else -(month >= this) if word in LAST else 0
    return calendar_interval("month", date(setting.today.year + step, month, 1))


def _nearest(setting: Setting, in_year: Callable[[int], date]) -> date:
    """Return the last such day up to publication, the next one where the clause points ahead, else the nearest."""
    today = setting.today
    assert today is not None  # noqa: S101 - those who call have looked
    match setting.points():
        case "future":
            this = in_year(today.year)
            return this if this >= today.replace(day=1) else in_year(today.year + 1)
        case "past":
            this = in_year(today.year)
            return this if this <= today else in_year(today.year - 1)
        case _:
            return min(_around(today.year, in_year), key=lambda at: abs(at - today))


def _around(year: int, in_year: Callable[[int], date]) -> list[date]:
    """Return such a day of the years around one; ValueError where none has it: 29 February."""
    days = []
    for near in (year, year - 1, year + 1):
        try:
            days.append(in_year(near))
        except ValueError:
            continue
    return days or [in_year(year)]


def _numbers(says: Says, setting: Setting) -> Interval | None:
    """Return the day of a date in digits; None for 3/4/2024, of which nobody knows whether it is in March or April."""
    first, second = int(says["first"]), int(says["second"])
    if says["mark"] == "/" and first != second and first <= 12 and second <= 12:
        return None
    day, month = (second, first) if says["mark"] == "/" and second > 12 else (first, second)
    return calendar_interval("day", date(int(says["year"]), month, day))


def _days(says: Says, setting: Setting) -> Interval | None:
    first = _date(says, setting)
    if first is None:
        return None
    last = first.starts_at.date().replace(day=int(says["last"].rstrip("stndrh")))
    if last <= first.starts_at.date():
        raise ValueError(f"the days run backwards: {says['day']} to {says['last']}")
    return Interval(first.starts_at, calendar_interval("day", last).ends_at, "day")


def _months(says: Says, setting: Setting) -> Interval | None:
    year = int(says["year"])
    first, last = _month_number(says["month"]), _month_number(says["last"])
    starts = calendar_interval("month", date(year - (first > last), first, 1))
    return Interval(starts.starts_at, calendar_interval("month", date(year, last, 1)).ends_at, "month")


def _year_of(says: Says, setting: Setting) -> int | None:
    if "year" in says:
        return int(says["year"])
    return setting.today.year + STEPS[says.get("which", "this")] if setting.today else None


def _quarter(says: Says, setting: Setting) -> Interval | None:
    """Return a quarter of the calendar; without a year the last one begun, or the next where the clause says so."""
    number = NUMBERS.get(says["number"].lower()) or int(says["number"][1])
    year = _year_of(says, setting)
    if year is None:
        return None
    if not says.keys() & {"year", "which"} and setting.today:
        ahead = date(year, number * 3 - 2, 1) > setting.today
        if ahead and setting.points() != "future":
            year -= 1
    return calendar_interval("quarter", date(year, number * 3, 1))


def _half(says: Says, setting: Setting) -> Interval | None:
    year = _year_of(says, setting)
    if year is None:
        return None
    number = NUMBERS.get(says["number"].lower()) or int(says["number"][1])
    first = date(year, number * 6 - 5, 1)
    return Interval(midnight(first), midnight(shifted("month", first, 6)), "half")


def _season(says: Says, setting: Setting) -> Interval | None:
    """Return the three months of a season; None for a winter, and for `last summer` after this year's has begun."""
    first = SEASONS.get(says["season"].lower())
    if first is None:
        return None
    year = int(says["year"]) if "year" in says else _year_of_season(says, setting, first)
    if year is None:
        return None
    start = date(year, first, 1)
    return Interval(midnight(start), midnight(shifted("month", start, 3)), "season")


def _year_of_season(says: Says, setting: Setting, first: int) -> int | None:
    today = setting.today
    if today is None:
        return None
    if "which" in says:
        return today.year + STEPS[says["which"]]
    word = says.get("word", "").lower().split()[0]
    if word in LAST:
        return today.year - 1 if today.month < first else None
    if word in NEXT:
        return today.year + 1 if today.month >= first else None
    return today.year if word == "this" else None


def _holiday(says: Says, setting: Setting) -> Interval | None:
    name, today, word = says["name"], setting.today, says.get("word", "").lower()
    if "week" in says:
        return None  # some begin it on Sunday, some on Monday
    if "year" in says:
        return calendar_interval("day", holiday_on(name, int(says["year"])))
    if today is None:
        return None
    if not word:
        return calendar_interval("day", _nearest(setting, lambda year: holiday_on(name, year)))
    this = holiday_on(name, today.year)
    step = (this <= today) if word in NEXT else -(this >= today) if word in LAST else 0
    return calendar_interval("day", holiday_on(name, today.year + step))


def _years(says: Says, setting: Setting) -> Interval | None:
    first = says["year"]
    last = first[: -len(says["last"])] + says["last"]  # 2024-25
    return Interval(midnight(date(int(first), 1, 1)), calendar_interval("year", date(int(last), 1, 1)).ends_at, "year")


def _year(says: Says, setting: Setting) -> Interval | None:
    return calendar_interval("year", date(int(says["year"]), 1, 1))


def _decade(says: Says, setting: Setting) -> Interval | None:
    return calendar_interval("decade", date(int(says.get("year") or f"19{says['tens']}"), 1, 1))


def _century(says: Says, setting: Setting) -> Interval | None:
    number = int(says["number"]) if "number" in says else CENTURIES[says["word"].lower()]
    first = date((number - 1) * 100 + 1, 1, 1)
    return Interval(midnight(first), midnight(date(number * 100 + 1, 1, 1)), "century")


def _month_number(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


_RESOLVERS: dict[str, Callable[[Says, Setting], Interval | None]] = {
    "date": _date,
    "numbers": _numbers,
    "days": _days,
    "week": _week,
    "months": _months,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "holiday": _holiday,
    "century": _century,
    "decade": _decade,
    "year": _year,
    "years": _years,
    "spelled": _year,
    "ago": relative.ago,
    "anchored": relative.anchored,
    "bound": relative.bound,
    "ahead": relative.ahead,
    "span": relative.span,
    "unit": relative.unit,
    "weekend": relative.weekend,
    "day": relative.day,
    "weekday": relative.weekday,
    "clock": relative.clock,
}
"""Durations, sets and references have no interval."""
