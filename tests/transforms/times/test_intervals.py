from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.times.intervals import calendar_interval, midnight, minute, moved, shifted

UNITS = ["day", "week", "month", "quarter", "year", "decade"]


@pytest.mark.parametrize(
    ("unit", "first", "end"),
    [
        ("day", date(2024, 2, 29), date(2024, 3, 1)),
        ("week", date(2024, 2, 26), date(2024, 3, 4)),
        ("month", date(2024, 2, 1), date(2024, 3, 1)),
        ("quarter", date(2024, 1, 1), date(2024, 4, 1)),
        ("year", date(2024, 1, 1), date(2025, 1, 1)),
        ("decade", date(2020, 1, 1), date(2030, 1, 1)),
    ],
)
def test_the_unit_that_holds_a_day(unit: str, first: date, end: date) -> None:
    found = calendar_interval(unit, date(2024, 2, 29))
    assert (found.starts_at, found.ends_at, found.granularity) == (midnight(first), midnight(end), unit)


@given(st.sampled_from(UNITS), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_units_follow_each_other_without_a_gap(unit: str, at: date) -> None:
    assert calendar_interval(unit, at).ends_at == moved(unit, at, 1).starts_at
    assert calendar_interval(unit, at).starts_at == moved(unit, at, -1).ends_at


def test_a_shorter_month_ends_earlier() -> None:
    assert shifted("month", date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert shifted("year", date(2024, 2, 29), -1) == date(2023, 2, 28)


def test_minute() -> None:
    found = minute(date(2024, 1, 23), 10, 30)
    assert found.starts_at == datetime(2024, 1, 23, 10, 30)  # noqa: DTZ001 - local time
    assert found.ends_at - found.starts_at == timedelta(minutes=1)


def test_the_calendar_ends() -> None:
    with pytest.raises((ValueError, OverflowError)):
        moved("year", date(2024, 1, 1), -9999)
