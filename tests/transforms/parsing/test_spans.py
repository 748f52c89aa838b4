"""Spans are found as by looking at every one of them."""

import re
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from transforms.parsing.spans import MARGIN, Spans, beginning_within, matches_near, places_of

SPAN = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(SPAN), SPAN)
def test_spans_are_found_as_by_looking_at_all(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    found = Spans(spans)
    overlapping = [number for number, (first, last) in enumerate(spans) if first < end and last > start]
    assert found.overlapping(start, end) == overlapping
    assert found.hold(start, end) == any(first <= start and end <= last for first, last in spans)


@dataclass(frozen=True)
class Row:
    start_char: int


@given(st.lists(st.integers(0, 30)), SPAN)
def test_rows_that_begin_within(starts: list[int], asked: tuple[int, int]) -> None:
    rows = [Row(start) for start in sorted(starts)]
    assert beginning_within(rows, *asked) == [row for row in rows if asked[0] <= row.start_char < asked[1]]


@given(st.text("ab1 ", max_size=120), st.integers(0, 40), st.integers(0, 40))
def test_matches_near_a_letter_are_all_matches_with_it(text: str, before: int, after: int) -> None:
    pattern = re.compile(r"(?<!\w)1?b1?(?!\w)")
    within = before, max(before, len(text) - after)
    near = matches_near(pattern, text, places_of(["b"], text), 3 + MARGIN, within)
    assert [match.span() for match in near] == [match.span() for match in pattern.finditer(text, *within)]
