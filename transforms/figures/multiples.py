"""Recognize multiples told in a word: twice as many, double the price, triple the usual rate, a tenfold rise."""

import re
from collections.abc import Iterable, Iterator

from transforms.figures.number_pattern import any_case, before_number, modified
from transforms.figures.number_phrase import NumberPhrase
from transforms.figures.number_words import number_value
from transforms.parsing.spans import matches_near, places_of

TIMES = "times"
"""Their unit, as that of three times as many."""

_VALUES = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "quadruple": 4}
_MEASURES = (
    "age|amount|area|average|budget|capacity|cost|distance|figure|height|income|length|level|limit|money|norm|number|odds"
    "|pay|population|price|rate|risk|salary|share|size|speed|sum|time|total|value|volume|wage|weight"
)
_DEGREES = (
    "big|bright|cheap|common|dense|effective|expensive|far|fast|good|great|hard|heavy|high|hot|large|likely|long|many|massive"
    "|much|often|old|powerful|rich|small|strong|tall|thick|wide"
)
_MULTIPLE = re.compile(
    rf"(?<![\w-])(?:(?P<about>{before_number()})\s)?(?P<word>{any_case(_VALUES)})"
    rf"(?=\s(?:as\s(?:{_DEGREES})|(?:the|its|their|his|her|that)\s(?:[a-z-]{{1,15}}\s){{0,2}}?(?:{_MEASURES})s?"
    r"|that\sof|what)\b)"
)
"""Twice alone, and before other words, is how often: won twice the year before."""

_FOLD = re.compile(
    rf"(?<![\w.,-])(?<!\sis\s)(?<!\sare\s)(?<!\swas\s)(?<!\swere\s)(?:(?P<about>{before_number()})\s)?"
    r"(?P<word>(?P<count>\d{1,4}(?:\.\d)?|[A-Za-z]{3,9}?)(?:\s?-\s?)?fold)\b"
)
"""Not after `is`: reasons that are twofold are two."""

LONGEST = 96
"""Characters to either side of such a word in which stands what it is told by."""


def find_multiples(text: str) -> Iterator[NumberPhrase]:
    """Yield the multiples of an English text, in any order, with the unit TIMES."""
    for match in _near(_MULTIPLE, _VALUES, text):
        yield _phrase(match, _VALUES[match["word"].lower()])
    for match in _near(_FOLD, ("fold",), text):
        count = number_value(match["count"])
        if count is not None:
            yield _phrase(match, count)


def _near(pattern: re.Pattern[str], words: Iterable[str], text: str) -> Iterator[re.Match[str]]:
    lower = text.lower()
    places = places_of(words, lower) if len(lower) == len(text) else range(0, len(text), LONGEST)
    return matches_near(pattern, text, places, LONGEST, (0, len(text)))


def _phrase(match: re.Match[str], value: float) -> NumberPhrase:
    return NumberPhrase(*match.span(), *match.span("word"), float(value), None, *modified(match["about"]), TIMES)
