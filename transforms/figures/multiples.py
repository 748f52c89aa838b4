"""Recognize multiples told in a word: twice as many, double the price, triple the usual rate."""

import re
from collections.abc import Iterator

from transforms.figures.number_pattern import any_case, before_number, modified
from transforms.figures.number_phrases import NumberPhrase
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

LONGEST = 96
"""Characters to either side of such a word in which stands what it is told by."""


def find_multiples(text: str) -> Iterator[NumberPhrase]:
    """Yield the multiples of an English text, in reading order, with the unit TIMES."""
    lower = text.lower()
    places = places_of(_VALUES, lower) if len(lower) == len(text) else range(0, len(text), LONGEST)
    for match in matches_near(_MULTIPLE, text, places, LONGEST, (0, len(text))):
        value = float(_VALUES[match["word"].lower()])
        yield NumberPhrase(*match.span(), *match.span("word"), value, None, *modified(match["about"]), TIMES)
