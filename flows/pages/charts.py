"""Charts as data that a template draws: bars, columns over time, points on a map."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import sqrt

from markupsafe import Markup

from transforms.lexicons.tables import lexicon_terms

MOST_COLUMNS = 120
"""Columns that a chart as wide as a page shows apart; more days than these are counted by month."""

LARGEST_POINT = 9.0
"""Radius of the largest point of a map, in its units: 4.5 degrees."""

SMALLEST_POINT = 2.0

LARGEST_FROM = 10
"""What a point must count at least to be among the largest: one article of two is not much."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `share` is its length in per cent of the longest; `address` leads to what it counts, if anywhere."""

    label: str
    value: float
    share: float
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars or columns: what they show, what they count, and where the numbers are from."""

    title: str
    unit: str
    source: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a map, in the units of land(): x = 2 * (longitude + 180), y = 2 * (90 - latitude)."""

    label: str
    value: float
    x: float
    y: float
    radius: float
    address: str | None = None


@dataclass(frozen=True, slots=True)
class WorldMap:
    """Points on the world: the larger the more they count."""

    title: str
    unit: str
    source: str
    points: tuple[Point, ...]


def chart(title: str, unit: str, source: str, values: Iterable[tuple[str, float] | tuple[str, float, str]]) -> Chart:
    """Return a chart of `values`: labels, numbers, and for those that lead somewhere an address."""
    rows = [(row[0], row[1], row[2] if len(row) > 2 else None) for row in values]
    longest = max((abs(value) for _, value, _ in rows), default=0) or 1
    bars = tuple(Bar(label, value, round(100 * max(value, 0) / longest, 2), to) for label, value, to in rows)
    return Chart(title, unit, source, bars)


def over_time(title: str, unit: str, source: str, days: Sequence[tuple[date, float]]) -> Chart:
    """Return a chart of numbers by day, with days that have none as 0; by month when there are many days."""
    counted = dict(sorted(days))
    if not counted:
        return Chart(title, unit, source, ())
    first, last = min(counted), max(counted)
    length = (last - first).days + 1
    if length <= MOST_COLUMNS:
        all_days = (first + timedelta(n) for n in range(length))
        return chart(f"{title} by day", unit, source, [(f"{day:%Y-%m-%d}", counted.get(day, 0)) for day in all_days])
    by_month = length <= MOST_COLUMNS * 30
    months: dict[str, float] = dict.fromkeys(_months(first, last) if by_month else _years(first, last), 0)
    for day, value in counted.items():
        months[f"{day:%Y-%m}" if by_month else f"{day:%Y}"] += value
    return chart(f"{title} by {'month' if by_month else 'year'}", unit, source, months.items())


def _months(first: date, last: date) -> list[str]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    numbers = (first.year * 12 + first.month - 1 + n for n in range(count))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _years(first: date, last: date) -> list[str]:
    return [f"{year:04}" for year in range(first.year, last.year + 1)]


def world_map(
    title: str, unit: str, source: str, places: Iterable[tuple[str, float, float, float, str | None]]
) -> WorldMap:
    """Return a map of `places`: label, latitude and longitude in degrees, number, address or None; the area tells."""
    rows = sorted(places, key=lambda row: -row[3])  # the small ones on top
    most = max([LARGEST_FROM, *(row[3] for row in rows)])
    points = (
        Point(
            label, value, round(2 * (longitude + 180), 1), round(2 * (90 - latitude), 1),
            round(max(SMALLEST_POINT, LARGEST_POINT * sqrt(value / most)), 1), address,
        )
        for label, latitude, longitude, value, address in rows
    )  # fmt: skip
    return WorldMap(title, unit, source, tuple(points))


@cache
def land() -> Markup:
    """Return the outline of the world's land as the path of an SVG of 720 by 360 units."""
    return Markup("".join(lexicon_terms("land.txt")))  # noqa: S704 - our own file
