"""Give the first date of a range or pair the year that stands with the second: from May 15 to August 16, 1988."""

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.times.forms import MONTHS
from transforms.times.patterns import TimePhrase

_BETWEEN = re.compile(r"\s?[-–]\s?|\s(?:to|and|through|until|till)\s")
_DATED = {"date", "month"}
_OWN = {"year", "which", "word", "same", "number"}
"""What a date says that has a year of its own or needs none."""


def with_shared_years(phrases: Sequence[TimePhrase], text: str) -> list[TimePhrase]:
    """Return the phrases, which are in reading order; of November to February 1989 the first gets the year before."""
    shared = list(phrases)
    for i in range(len(shared) - 2, -1, -1):
        first, second = shared[i], shared[i + 1]
        is_pair = first.kind in _DATED and second.kind in _DATED and "year" in second.says
        is_open = is_pair and not _OWN & first.says.keys() and "month" in second.says
        if is_open and _BETWEEN.fullmatch(text, first.end_char, second.start_char):
            year = int(second.says["year"]) - (_month(first) > _month(second))
            shared[i] = replace(first, says={**first.says, "year": str(year)})
    return shared


def _month(phrase: TimePhrase) -> int:
    return MONTHS.index(phrase.says["month"][:3].lower())
