"""Look for the forms of temporal expressions only near the words that they have: they are few, and texts are long."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from transforms.parsing.spans import matches_near, places_of
from transforms.records.page import PARAGRAPH_BREAK
from transforms.times.forms import CALENDAR, MONTH, WORDS, YEAR_LIKE
from transforms.times.holidays import holidays

_ALONE = r"(?<![\w$€£.,:/-])"
_AFTER_HYPHEN = r"(?<![\w$€£.,:/])"
HALVED = {"date", "month", "decade", "year"}
"""Kinds that may have a hyphen before them, as in mid-2014; which words may stand before it, only a match looks up."""

_WORD = re.compile(r"[a-z]+|\d")
_YEAR_LIKE = re.compile(r"\d{4}")

TELLING = 3
"""Letters that a word has at least by whose place an expression is found; shorter ones stand everywhere."""

LONGEST = 64
"""Characters to either side of its word in which an expression stands whole: the longest has 60 on one side."""


class Form(NamedTuple):
    """A form of a kind of expression: its name in WORDS, its pattern, and what the paragraphs that have one hold.

    `sets` are the sets of words of each of which there is one, as bits of a number; `near` is that of them by whose
    words it is found, or None.
    """

    name: str
    kind: str
    pattern: re.Pattern[str]
    sets: int
    near: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its offsets, its text in lower case, the words and digits in it, and the sets that have one.

    `places` keeps where the words of a set stand, which several forms are found by.
    """

    start_char: int
    end_char: int
    lower: str
    words: Set[str]
    sets: int
    places: dict[frozenset[str], list[int]]

    def near(self, words: frozenset[str]) -> list[int]:
        """Return where some of its words stand in the text, in reading order."""
        found = self.places.get(words)
        if found is None:
            found = self.places[words] = [self.start_char + at for at in places_of(words & self.words, self.lower)]
        return found


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms, the more specific first."""
    names = "|".join(re.escape(name) for name in sorted(holidays(), key=len, reverse=True))
    year = r"(?:(?:,|\sof)?\s(?P<year>(?:1\d|20)\d\d)\b)?"
    holiday = rf"(?:(?P<word>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<name>{names})(?:(?P<week>\s[Ww]eek(?:end)?)\b)?{year}"
    week = rf"[Tt]he\sweek\sof\s(?P<month>{MONTH})\s(?P<day>[12]\d|3[01]|[1-9])(?:,\s(?P<year>(?:1\d|20)\d\d)\b)?"
    return tuple(_form(name, form) for name, form in (("holiday", holiday), ("week", week), *CALENDAR))


def _form(name: str, form: str) -> Form:
    kind = name.partition("/")[0]
    pattern = re.compile(rf"{_AFTER_HYPHEN if kind in HALVED else _ALONE}(?:{form})(?![\w/])")
    sets = _needed()[name]
    telling = [words for words in sets if min(map(len, words)) >= TELLING and YEAR_LIKE not in words]
    bits = reduce(or_, (_bits()[frozenset(words)] for words in sets))
    near: Set[str] | None = min(telling, key=len, default=None)
    return Form(name, kind, pattern, bits, None if near is None else frozenset(near))


@cache
def _needed() -> dict[str, tuple[Set[str], ...]]:
    longest = frozenset(max(_WORD.findall(name.lower()), key=len) for name in holidays())
    return {**WORDS, "holiday": (longest,)}


@cache
def _bits() -> dict[frozenset[str], int]:
    """Return a bit for each set of words."""
    sets = dict.fromkeys(frozenset(words) for needed in _needed().values() for words in needed)
    return {words: 1 << number for number, words in enumerate(sets)}


@cache
def _sets_of() -> dict[str, int]:
    """Return the sets that each word is in."""
    found: dict[str, int] = {}
    for words, bit in _bits().items():
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text that hold a word of an expression."""
    start, sets_of = 0, _sets_of()
    for paragraph in text.split(PARAGRAPH_BREAK):
        lower = paragraph.lower()
        words = sets_of.keys() & set(_WORD.findall(lower))
        if _YEAR_LIKE.search(paragraph):
            words.add(YEAR_LIKE)
        sets = 0
        for word in words:
            sets |= sets_of[word]
        if sets:
            yield Paragraph(start, start + len(paragraph), lower, words, sets, {})
        start += len(paragraph) + len(PARAGRAPH_BREAK)


def matches(form: Form, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[re.Match[str]]:
    """Yield the matches of a form in the paragraphs of a text."""
    for paragraph in paragraphs:
        if paragraph.sets & form.sets != form.sets:
            continue
        start, end = paragraph.start_char, paragraph.end_char
        if form.near is None or len(paragraph.lower) != end - start:  # some letters become two in lower case
            yield from form.pattern.finditer(text, start, end)
        else:
            yield from matches_near(form.pattern, text, paragraph.near(form.near), LONGEST, (start, end))
