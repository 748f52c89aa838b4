"""Recognize numbers of which only the tens are told: a man in his 40s, highs in the 80s."""

import re
from collections.abc import Iterator

from transforms.figures.ages import AGE
from transforms.figures.number_phrase import NumberPhrase
from transforms.parsing.spans import matches_near, places_of

_TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70} | {
    "eighties": 80,
    "nineties": 90,
}
_PART = r"(?:(?:early|mid|middle|late|low|lower|high|upper)(?:\s?-\s?|\s)(?:to(?:\s?-\s?|\s))?){0,2}"
_IN_TENS = re.compile(
    rf"\b[Ii]n\s(?P<whose>his|her|their|the)\s(?P<all>{_PART}(?P<tens>[2-9](?=0s\b)|{'|'.join(_TENS)})(?:0s)?)\b"
)
_WEATHER = re.compile(r"\b(?:[Hh]ighs?|[Ll]ows?|[Tt]emperatures?|[Mm]ercury|[Tt]hermometers?)\b[^.!?;]*$")
"""What stands before the tens of degrees in their clause; `in the 80s` elsewhere is a decade."""

LONGEST = 64
"""Characters to either side of the tens in which such words stand whole."""


def find_tens(text: str) -> Iterator[NumberPhrase]:
    """Yield the tens of an English text as ranges, with the unit AGE or that of degrees of any scale."""
    for match in matches_near(_IN_TENS, text, places_of(("0s", *_TENS), text), LONGEST, (0, len(text))):
        is_age = match["whose"] != "the"
        if is_age or _WEATHER.search(text, max(0, match.start() - LONGEST), match.start()):
            tens = float(_TENS.get(match["tens"]) or 10 * int(match["tens"]))
            span = match.span("all")
            yield NumberPhrase(*span, *span, tens, tens + 9, False, None, AGE if is_age else "degree")
