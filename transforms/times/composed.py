"""Join a day to the one that it is told by: the day before yesterday, two days after Christmas."""

import re
from collections.abc import Iterator, Sequence

from transforms.times.forms import COUNT
from transforms.times.patterns import TimePhrase

BESIDE = "beside"
"""The kind of such phrases."""

DAYS = {"date", "day", "weekday", "holiday"}
"""Kinds of which there is a day before and after."""

_LONGEST = 40
"""Characters that the words before the base have at most."""

_BESIDE = re.compile(rf"\b(?:[Tt]he|(?P<count>{COUNT}))\sdays?\s(?P<word>before|after)\s(?:the\s)?$")


def composed(phrases: Sequence[TimePhrase], text: str) -> Iterator[TimePhrase]:
    """Yield the phrases, in reading order, with a day before or after one of them in its place."""
    waiting: list[TimePhrase] = []
    for phrase in phrases:
        told = _BESIDE.search(text, max(0, phrase.start_char - _LONGEST), phrase.start_char)
        if told and phrase.kind in DAYS:
            yield from (each for each in waiting if each.end_char <= told.start())
            says = {"count": told["count"] or "a", "word": told["word"]}
            waiting = [TimePhrase(told.start(), phrase.end_char, BESIDE, says, base=phrase)]
        else:
            yield from waiting
            waiting = [phrase]
    yield from waiting
