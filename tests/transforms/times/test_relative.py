from datetime import date

import pytest

from transforms.times.intervals import Interval, calendar_interval
from transforms.times.relative import anchored, clock
from transforms.times.tale import Setting

DAY = calendar_interval("day", date(1902, 3, 3))
YEAR = calendar_interval("year", date(1902, 1, 1))


@pytest.mark.parametrize(
    ("says", "before", "first"),
    [
        ({"count": "two", "unit": "day", "word": "later"}, DAY, date(1902, 3, 5)),
        ({"count": "a", "unit": "year", "word": "earlier"}, DAY, date(1901, 1, 1)),
        ({"which": "the following", "unit": "month"}, DAY, date(1902, 4, 1)),
        ({"which": "that", "part": "night"}, DAY, date(1902, 3, 3)),
        ({"count": "two", "unit": "day", "word": "later"}, YEAR, None),
        ({"count": "two", "unit": "day", "word": "later"}, None, None),
        ({"vague": "several", "unit": "day", "word": "later"}, DAY, None),
        ({"count": "two", "unit": "hour", "word": "later"}, DAY, None),
    ],
)
def test_anchored(says: dict[str, str], before: Interval | None, first: date | None) -> None:
    found = anchored(says, Setting(None, lambda: "past", before))
    assert (found.starts_at.date() if found else None) == first


def test_a_clock_goes_with_the_day_before_it() -> None:
    found = clock({"hour": "10", "minute": "30", "half": "p"}, Setting(None, lambda: "past", DAY))
    assert found is not None
    assert str(found.starts_at) == "1902-03-03 22:30:00"
    assert clock({"hour": "10"}, Setting(None, lambda: "past", YEAR)) is None
