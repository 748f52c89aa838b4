from datetime import date

import pytest

from transforms.time_phrases import find_time_phrases
from transforms.time_resolution import resolve

PUBLISHED = date(2024, 1, 26)


@pytest.mark.parametrize(
    ("text", "future", "first", "granularity"),
    [
        ("on Monday", False, date(2024, 1, 22), "day"),
        ("on Monday", True, date(2024, 1, 29), "day"),
        ("on 31 January", True, date(2024, 1, 31), "day"),
        ("on 31 January", False, date(2023, 1, 31), "day"),
        ("in March", True, date(2024, 3, 1), "month"),
        ("next January", False, date(2025, 1, 1), "month"),
        ("this January", False, date(2024, 1, 1), "month"),
        ("last weekend", False, date(2024, 1, 20), "day"),
        ("Q3 2023", False, date(2023, 7, 1), "quarter"),
    ],
)
def test_resolve(text: str, future: bool, first: date, granularity: str) -> None:
    (phrase,) = find_time_phrases(text)
    found = resolve(phrase, PUBLISHED, lambda: future)
    assert found is not None
    assert (found.starts_at.date(), found.granularity) == (first, granularity), text


def test_relative_without_publication() -> None:
    (phrase,) = find_time_phrases("on Monday")
    assert resolve(phrase, None, lambda: False) is None


def test_a_day_that_is_none() -> None:
    (phrase,) = find_time_phrases("on 31 February 2023")
    with pytest.raises(ValueError, match="day"):
        resolve(phrase, PUBLISHED, lambda: False)
