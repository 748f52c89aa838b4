"""Find spans by where they stand, in time that does not grow with the length of the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
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


def places_of(words: Iterable[str], text: str) -> list[int]:
    """Return where the words stand in a text, or what begins or goes on like them, in reading order."""
    return sorted(at for word in words for at in _places(word, text))


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


MARGIN = 12
"""Characters at the end of a stretch in which no match ends: what a pattern asks for behind it may lie outside."""


def matches_near(
    pattern: re.Pattern[str], text: str, places: Iterable[int], width: int, within: tuple[int, int]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern around places in reading order; the same as in the whole stretch `within`.

    That holds where each match stands around one of the places with its MARGIN in less than `width` characters.
    """
    first, last = within
    for start, end in _stretches(places, width):
        stop = min(end, last)
        for match in pattern.finditer(text, max(start, first), stop):
            if stop == last or match.end() <= stop - MARGIN:
                yield match


def _stretches(places: Iterable[int], width: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around places, those that touch each other as one."""
    open_: tuple[int, int] | None = None
    for place in places:
        if open_ and place - width <= open_[1]:
            open_ = open_[0], place + width
        else:
            if open_:
                yield open_
            open_ = place - width, place + width
    if open_:
        yield open_
