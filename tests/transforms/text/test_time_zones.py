"""Time zones as datelines write them."""

from datetime import timedelta

import pytest

from transforms.text.time_zones import zone_of


@pytest.mark.parametrize(
    ("text", "hours"),
    [("EST", -5), ("CET", 1), ("IST", 5.5), ("+10", 10), ("-5", -5), ("+05:30", 5.5), ("+0100", 1), ("-0930", -9.5)],
)
def test_an_abbreviation_or_an_offset(text: str, hours: float) -> None:
    zone = zone_of(text)
    assert zone is not None
    assert zone.utcoffset(None) == timedelta(hours=hours)


def test_what_is_no_zone_is_none() -> None:
    assert zone_of(None) is None
    assert zone_of("+30") is None
