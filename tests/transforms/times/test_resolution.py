from datetime import date

import pytest

from transforms.times.patterns import find_time_phrases
from transforms.times.resolution import resolve
from transforms.times.tale import Setting
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
        ("the third quarter", "past", date(2023, 7, 1), "quarter"),
        ("the third quarter", "future", date(2024, 7, 1), "quarter"),
        ("the second half of 2023", "past", date(2023, 7, 1), "half"),
        ("the first half of the year", "future", date(2024, 1, 1), "half"),
        ("H2 2023", "past", date(2023, 7, 1), "half"),
        ("the ’90s", "past", date(1990, 1, 1), "decade"),
        ("2022/23", "past", date(2022, 1, 1), "year"),
        ("the end of the year", "future", date(2024, 1, 1), "year"),
        ("by year-end", "future", date(2024, 1, 1), "year"),
        ("spring of 2015", "past", date(2015, 3, 1), "season"),
        ("this summer", "future", date(2024, 6, 1), "season"),
        ("last summer", "past", date(2023, 6, 1), "season"),
        ("Christmas 2013", "past", date(2013, 12, 25), "day"),
        ("Christmas", "past", date(2023, 12, 25), "day"),
        ("Easter", "future", date(2024, 3, 31), "day"),
        ("last Thanksgiving", "past", date(2023, 11, 23), "day"),
        ("the 19th century", "past", date(1801, 1, 1), "century"),
        ("the week of March 6, 2023", "past", date(2023, 3, 6), "week"),
        ("nineteen ninety-six", "past", date(1996, 1, 1), "year"),
        ("the weekend", "past", date(2024, 1, 20), "day"),
        ("the weekend", "future", date(2024, 1, 27), "day"),
    ],
)
def test_resolve(text: str, points: Direction, first: date, granularity: str) -> None:
    (phrase,) = find_time_phrases(text)
    found = resolve(phrase, Setting(PUBLISHED, lambda: points))
    assert found is not None
    assert (found.starts_at.date(), found.granularity) == (first, granularity), text


def test_relative_without_publication() -> None:
    (phrase,) = find_time_phrases("on Monday")
    assert resolve(phrase, Setting(None, lambda: "past")) is None


def test_a_day_that_is_none() -> None:
    (phrase,) = find_time_phrases("on 31 February 2023")
    with pytest.raises(ValueError, match="day"):
        resolve(phrase, Setting(PUBLISHED, lambda: "past"))


def test_a_weekday_beside_a_verb_in_the_present() -> None:
    (phrase,) = find_time_phrases("on Monday")
    assert resolve(phrase, Setting(PUBLISHED, lambda: "present")) is None


@pytest.mark.parametrize(
    "text",
    [
        "more than two years ago",
        "a few days ago",
        "on 3/4/2024",
        "the very next year",
        "last winter",
        "the summer",
        "Easter week",
        "the end of the year",
    ],
)
def test_what_leaves_open_when_it_was(text: str) -> None:
    (phrase,) = find_time_phrases(text)
    assert resolve(phrase, Setting(PUBLISHED, lambda: "past")) is None, text


def test_days_that_run_backwards() -> None:
    (phrase,) = find_time_phrases("on 5-3 May 2023")
    with pytest.raises(ValueError, match="backwards"):
        resolve(phrase, Setting(PUBLISHED, lambda: "past"))
