"""Find spans by where they stand, in time that does not grow with the length of the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Protocol, TypeVar


class Located(Protocol):
    """A row with the character of the text that it begins at."""

    @property
    def start_char(self) -> int:
        """The first character."""
        ...


Row = TypeVar("Row", bound=Located)


def beginning_within(rows: Sequence[Row], start_char: int, end_char: int) -> Sequence[Row]:
    """Return of `rows`, which are in reading order, those that begin in [start_char, end_char)."""
    begins = attrgetter("start_char")
    return rows[bisect_left(rows, start_char, key=begins) : bisect_left(rows, end_char, key=begins)]


class Spans:
    """Spans [start, end), in the order in which they are given."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take the spans, which may overlap each other."""
        self._spans = sorted((start, end, number) for number, (start, end) in enumerate(spans))
        self._starts = [start for start, _, _ in self._spans]
        self._farthest = list(accumulate((end for _, end, _ in self._spans), max))

    def overlapping(self, start: int, end: int) -> list[int]:
        """Return the numbers, from 0 and rising, of the spans that have something of [start, end) in them."""
        first, last = bisect_right(self._farthest, start), bisect_left(self._starts, end)
        return sorted(number for _, span_end, number in self._spans[first:last] if span_end > start)

    def hold(self, start: int, end: int) -> bool:
        """Tell whether one of the spans holds all of [start, end)."""
        begun = bisect_right(self._starts, start)
        return begun > 0 and self._farthest[begun - 1] >= end
