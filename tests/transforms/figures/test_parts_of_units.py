import time

import pytest

from transforms.figures.parts_of_units import find_parts_of_units


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Half an hour later", [("Half an hour", 0.5, "hour")]),
        ("about half a mile off", [("about half a mile", 0.5, "mile")]),
        ("a half - hour show", [("a half - hour", 0.5, "hour")]),
        ("three quarters of an hour", [("three quarters of an hour", 0.75, "hour")]),
        ("a quarter-point rise", [("a quarter-point", 0.25, "point")]),
        ("a third of a mile", [("a third of a mile", 1 / 3, "mile")]),
        ("more than a year and a half", [("more than a year and a half", 1.5, "year")]),
        ("two hours and a quarter", [("two hours and a quarter", 2.25, "hour")]),
        ("half a century", [("half a century", 0.5, "century")]),
        ("a half-century of war", [("a half-century", 0.5, "century")]),
        ("the 6-foot-4 player", [("6-foot-4", 6 + 4 / 12, "foot")]),
        # others' halves and thirds
        ("a half-century and the half-year results", []),
        ("the third mile", []),
        ("a two and a half hour drive", []),
        ("a day and a half-day", []),
        ("half the time", []),
    ],
)
def test_parts_of_units(text: str, found: list[tuple[str, float, str]]) -> None:
    assert [(text[p.start_char : p.end_char], p.value, p.unit) for p in find_parts_of_units(text)] == found, text


def test_what_stands_before_them() -> None:
    (about,) = find_parts_of_units("nearly half an hour")
    (over,) = find_parts_of_units("over an hour and a half")
    assert (about.approximate, about.comparison) == (True, None)
    assert (over.approximate, over.comparison) == (False, "more than")


def test_long_runs_take_no_longer_than_their_length() -> None:
    start = time.process_time()
    list(find_parts_of_units("a quarter of an " * 5_000 + "a year and a " * 5_000))
    assert time.process_time() - start < 2
