"""Recognize what stands before its number or in one word with a scale: magnitude 6.3; MSEK 250 as companies report."""

import re
from collections.abc import Iterator

from transforms.figures.digits import POINT
from transforms.figures.number_pattern import before_number, modified, spelled
from transforms.figures.number_phrase import NumberPhrase
from transforms.figures.number_words import number_value
from transforms.parsing.spans import matches_near, places_of

_ABOUT = rf"(?:(?P<about>{before_number()})\s)?"
_STRENGTH = re.compile(
    rf"\b[Mm]agnitude(?:(?:[\s-](?=\d)|\sof\s{_ABOUT}(?=\d\.))(?P<number>\d(?:\.\d{{1,2}})?))(?![\w%]|[.,-]\d|\s(?:%|per|times)\b)"
)
"""The strength of an earthquake, up to 9.99; a change of the magnitude of 10 percent is none."""

_SCALES = {"M": "million", "T": "thousand", "K": "thousand"}
_CODES = "AUD|CAD|CHF|DKK|EUR|GBP|NOK|SEK|USD"
"""Currencies of those who report so, in Scandinavia above all; with other codes these would be words in capitals."""

_UNIT = rf"(?P<scale>[{''.join(_SCALES)}])(?P<code>{_CODES})"
_BEFORE = re.compile(rf"(?<![\w-]){_ABOUT}{_UNIT}\s?(?P<number>{POINT})(?![\w%]|[.,]\d)")
_AFTER = re.compile(rf"(?<![\w.,-]){_ABOUT}(?P<number>{POINT}|{spelled()})\s?{_UNIT}\b")

LONGEST = 64
"""Characters to either side of a unit in which the measure stands whole."""


def find_units_before(text: str) -> Iterator[NumberPhrase]:
    """Yield what an English text measures so, in any order, with its unit; sums of money at their full value."""
    for match in matches_near(_STRENGTH, text, places_of(["agnitude"], text), LONGEST, (0, len(text))):
        yield from _phrase(match, match["number"], "magnitude")
    codes = [at for at in places_of(_CODES.split("|"), text) if text[at - 1 : at] in _SCALES]
    for pattern in (_BEFORE, _AFTER):
        for match in matches_near(pattern, text, codes, LONGEST, (0, len(text))):
            yield from _phrase(match, f"{match['number']} {_SCALES[match['scale']]}", match["code"])


def _phrase(match: re.Match[str], number: str, unit: str) -> Iterator[NumberPhrase]:
    value = number_value(number)
    if value is not None:
        yield NumberPhrase(*match.span(), *match.span("number"), value, None, *modified(match["about"]), unit)
