"""Resolve what is told from another time: `two weeks ago`, `next month`, Friday, `a year earlier`."""

from datetime import date, timedelta

from transforms.figures.number_words import number_value
from transforms.times.forms import WEEKDAYS
from transforms.times.intervals import Interval, calendar_interval, midnight, minute, moved, shifted
from transforms.times.tale import LAST, NEXT, STEPS, Says, Setting
from transforms.times.tense import Direction

BOUNDS = {"more than", "over", "less than", "at least"}
"""Before `two years ago` they leave open when it was."""

FINE = {"minute": 0, "day": 1, "week": 2, "month": 3, "quarter": 4, "season": 4, "half": 5, "year": 6}
"""Units of time, the shorter first: two days after a month is no day."""

BACK = {"earlier", "before", "previously"}
"""Words after `two days` that count back from another time."""

SATURDAY = WEEKDAYS.index("sat")


def ago(says: Says, setting: Setting) -> Interval | None:
    """Return the unit of time so many units back; None for an uncertain number, or of minutes or hours."""
    if setting.today is None or "vague" in says or says["unit"] in {"minute", "hour"}:
        return None  # how long before which minute, a date of publication does not say
    if _is_bound(says):
        return None
    return moved(says["unit"], setting.today, -_count(says["count"]))


def _is_bound(says: Says) -> bool:
    return " ".join(says.get("bound", "").lower().split()) in BOUNDS


def anchored(says: Says, setting: Setting) -> Interval | None:
    """Return what is told from the time before: two days later, the following year, that night.

    None where no time stands near before, or a coarser one: `two days later` after a month.
    """
    before = setting.before
    unit = says.get("unit", "day")
    if before is None or "vague" in says or unit in {"minute", "hour", "decade"} or _is_bound(says):
        return None
    if FINE.get(before.granularity, 9) > FINE[unit]:
        return None
    if unit == "year" and before.granularity == "quarter":
        return moved("quarter", before.starts_at.date(), 4 * _steps(says))
    return moved(unit, before.starts_at.date(), _steps(says))


def _steps(says: Says) -> int:
    if "word" in says:
        return _count(says.get("count", "a")) * (-1 if says["word"] in BACK else 1)
    which = says["which"].lower().split()[-1]
    return {"following": 1, "next": 1, "previous": -1}.get(which, 0)


def bound(says: Says, setting: Setting) -> Interval | None:
    """Return the unit of `the end of the year`: of the time told before, this one where the clause looks ahead."""
    unit, before = says["unit"], setting.before
    if before is not None and FINE.get(before.granularity, 9) <= FINE.get(unit, 7):
        return calendar_interval(unit, before.starts_at.date())
    ahead = setting.today is not None and setting.points() == "future"
    return calendar_interval(unit, setting.today) if setting.today and ahead else None


def beside(says: Says, base: Interval | None) -> Interval | None:
    """Return the day so many days before or after another; None where that is none or unknown."""
    if base is None or base.granularity not in {"day", "minute"} or base.ends_at - base.starts_at > timedelta(days=1):
        return None
    return moved("day", base.starts_at.date(), _count(says["count"]) * (-1 if says["word"] == "before" else 1))


def clock(says: Says, setting: Setting) -> Interval | None:
    """Return a time of day on the day told just before; None where none was."""
    before = setting.before
    if before is None or before.granularity not in {"day", "minute"}:
        return None
    return time_of_day(before.starts_at.date(), says)


def time_of_day(day: date, clock: Says) -> Interval:
    """Return the minute of a day that a clock says: noon, 9:30, 10 p.m."""
    if "noon" in clock:
        return minute(day, 12, 0)
    hour = int(clock["hour"])
    if "half" in clock:
        hour = hour % 12 + (12 if clock["half"] in "pP" else 0)
    return minute(day, hour, int(clock.get("minute", 0)))


def ahead(says: Says, setting: Setting) -> Interval | None:
    """Return the unit of time so many units ahead."""
    return moved(says["unit"], setting.today, _count(says["count"])) if setting.today else None


def span(says: Says, setting: Setting) -> Interval | None:
    """Return the stretch of so many units that ends or begins with publication."""
    if setting.today is None or says["unit"] in {"minute", "hour"}:
        return None
    return _rolling(says["word"].lower(), says["unit"], _count(says["count"]), setting)


def _rolling(word: str, unit: str, count: int, setting: Setting) -> Interval | None:
    """Return the stretch that ends or begins with publication; None for `the next` one of a tale about the past."""
    today = setting.today
    assert today is not None  # noqa: S101 - those who call have looked
    if word in LAST:
        return Interval(midnight(shifted(unit, today, -count)), midnight(today), unit)
    if setting.points() == "past":
        return None
    return Interval(midnight(today), midnight(shifted(unit, today, count)), unit)


def unit(says: Says, setting: Setting) -> Interval | None:
    """Return `last month` as the calendar's, `the past month` as the days up to publication."""
    if setting.today is None:
        return None
    word, unit = says["word"].lower(), says["unit"]
    if "twice" in says:
        unit = "day" if unit == "night" else unit
        return moved(unit, setting.today, 2 * _step(word)) if unit in FINE else None
    if unit == "weekend":
        return _weekend(word, setting.today, setting)
    if unit == "century" or "very" in says.get("article", ""):
        return None  # the very next year: after another time
    if word != "this" and ("article" in says or word in {"past", "coming"}):
        return _rolling(word, unit, 1, setting)
    return moved(unit, setting.today, _step(word))


def weekend(says: Says, setting: Setting) -> Interval | None:
    """Return `the weekend`: that of the week where the clause points ahead, else the last one begun; None when open."""
    if setting.today is None:
        return None
    points = setting.points()
    if points in {"open", "present"}:
        return None
    week = moved("week", setting.today, -1 if points == "past" and setting.today.weekday() < SATURDAY else 0)
    return Interval(week.ends_at - timedelta(days=2), week.ends_at, "day")


def _weekend(word: str, today: date, setting: Setting) -> Interval:
    is_over = word == "this" and today.weekday() < SATURDAY and setting.points() == "past"
    week = moved("week", today, -1 if is_over else _step(word))  # on Monday, `this weekend` may be over
    return Interval(week.ends_at - timedelta(days=2), week.ends_at, "day")


def _step(word: str) -> int:
    return -1 if word in LAST else 1 if word in NEXT else 0


def day(says: Says, setting: Setting) -> Interval | None:
    """Return today, yesterday or tomorrow."""
    word = says["word"].lower().split()[0]
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    return moved("day", setting.today, step) if setting.today else None


def weekday(says: Says, setting: Setting) -> Interval | None:
    """Return the last such day up to publication, the next one where the clause points ahead; None where it is open."""
    today = setting.today
    if today is None:
        return None
    weekday = WEEKDAYS.index(says["day"][:3].lower())
    if "week" in says:
        week = moved("week", today, STEPS[says["week"]])
        return calendar_interval("day", week.starts_at.date() + timedelta(days=weekday))
    word = says.get("word", "").lower().removeprefix("this ")
    ahead, back = (weekday - today.weekday()) % 7, (today.weekday() - weekday) % 7
    match _pointing(word, setting):
        case "future":
            return moved("day", today, ahead or (7 if word in NEXT else 0))
        case "present" if back:
            return None  # the bank closes on Monday: a headline's last one or a timetable's next
        case _:
            return moved("day", today, -(back or (7 if word in LAST else 0)))


def _pointing(word: str, setting: Setting) -> Direction:
    """Return where a weekday lies: as the word before it says, else as the clause does; `this` one is to come."""
    if word in NEXT:
        return "future"
    if word in LAST:
        return "past"
    return "future" if word == "this" and setting.points() != "past" else setting.points()


def _count(text: str) -> int:
    return int(number_value(text) or 1)  # `a week ago` is one
