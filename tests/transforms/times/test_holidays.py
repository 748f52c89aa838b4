from datetime import date

import pytest

from transforms.times.holidays import holiday_on, holidays


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Christmas", date(2024, 12, 25)),
        ("Easter", date(2024, 3, 31)),
        ("Good Friday", date(2024, 3, 29)),
        ("Thanksgiving", date(2024, 11, 28)),
        ("Black Friday", date(2024, 11, 29)),
        ("Memorial Day", date(2024, 5, 27)),
        ("Labor Day", date(2024, 9, 2)),
    ],
)
def test_days(name: str, day: date) -> None:
    assert holiday_on(name, 2024) == day


@pytest.mark.parametrize("name", sorted(holidays()))
def test_every_rule_can_be_read(name: str) -> None:
    assert holiday_on(name, 2023).year == 2023 or name.startswith("New Year")
