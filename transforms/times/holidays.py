"""Say on which day of a year a holiday falls."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from transforms.lexicons.tables import lexicon_rows
from transforms.times.forms import WEEKDAYS


def holiday_on(name: str, year: int) -> date:
    """Return the day of a holiday in a year; Easter and those by it are those of the Western churches.

    Raises ValueError for the years before 1583, which `easter` does not reckon.
    """
    rule = holidays()[name][0]
    for base, at in (("easter", easter), ("thanksgiving", _thanksgiving)):
        if rule.startswith(base):
            return at(year) + timedelta(days=int(rule.removeprefix(base)))
    parts = rule.split("-", 2)
    if len(parts) == 2:  # month and day
        return date(year, int(parts[0]), int(parts[1]))
    return _nth_weekday(year, int(parts[0]), WEEKDAYS.index(parts[1]), int(parts[2]))


def _thanksgiving(year: int) -> date:
    return holiday_on("Thanksgiving", year)


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the n-th such weekday of a month, its last one for -1."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)


@cache
def holidays() -> dict[str, tuple[str, frozenset[str]]]:
    """Return the rule of each holiday, and the countries (as in addresses) where its name means another day."""
    return {name: (rule, frozenset(elsewhere.split())) for name, rule, elsewhere in lexicon_rows("holidays.tsv")}
