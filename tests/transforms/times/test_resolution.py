from datetime import date

import pytest

from transforms.times.patterns import find_time_phrases
from transforms.times.resolution import resolve
from transforms.times.tense import Direction

PUBLISHED = date(2024, 1, 26)


@pytest.mark.parametrize(
    ("text", "points", "first", "granularity"),
    [
        ("on Monday", "past", date(2024, 1, 22), "day"),
        ("on Monday", "future", date(2024, 1, 29), "day"),
        ("on 31 January", "future", date(2024, 1, 31), "day"),
        ("on 31 January", "past", date(2023, 1, 31), "day"),
        ("on Friday", "present", date(2024, 1, 26), "day"),
        ("this Sunday", "present", date(2024, 1, 28), "day"),
        ("this Sunday", "past", date(2024, 1, 21), "day"),
        ("this past Sunday", "future", date(2024, 1, 21), "day"),
        ("on 31 January", "open", date(2024, 1, 31), "day"),
        ("on 12 December", "open", date(2023, 12, 12), "day"),
        ("Tuesday last week", "past", date(2024, 1, 16), "day"),
        ("16 June last year", "past", date(2023, 6, 16), "day"),
        ("in three weeks", "future", date(2024, 2, 12), "week"),
        ("in March", "future", date(2024, 3, 1), "month"),
        ("next January", "past", date(2025, 1, 1), "month"),
        ("this January", "past", date(2024, 1, 1), "month"),
        ("last weekend", "past", date(2024, 1, 20), "day"),
        ("Q3 2023", "past", date(2023, 7, 1), "quarter"),
    ],
)
def test_resolve(text: str, points: Direction, first: date, granularity: str) -> None:
    (phrase,) = find_time_phrases(text)
    found = resolve(phrase, PUBLISHED, lambda: points)
    assert found is not None
    assert (found.starts_at.date(), found.granularity) == (first, granularity), text


def test_relative_without_publication() -> None:
    (phrase,) = find_time_phrases("on Monday")
    assert resolve(phrase, None, lambda: "past") is None


def test_a_day_that_is_none() -> None:
    (phrase,) = find_time_phrases("on 31 February 2023")
    with pytest.raises(ValueError, match="day"):
        resolve(phrase, PUBLISHED, lambda: "past")


def test_a_weekday_beside_a_verb_in_the_present() -> None:
    (phrase,) = find_time_phrases("on Monday")
    assert resolve(phrase, PUBLISHED, lambda: "present") is None


@pytest.mark.parametrize("text", ["more than two years ago", "a few days ago", "on 3/4/2024", "the very next year"])
def test_what_leaves_open_when_it_was(text: str) -> None:
    (phrase,) = find_time_phrases(text)
    assert resolve(phrase, PUBLISHED, lambda: "past") is None, text


def test_days_that_run_backwards() -> None:
    (phrase,) = find_time_phrases("on 5-3 May 2023")
    with pytest.raises(ValueError, match="backwards"):
        resolve(phrase, PUBLISHED, lambda: "past")
