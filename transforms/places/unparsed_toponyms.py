"""Find well-known places in an article of a language that is not parsed, by the gazetteer alone."""

import re
from typing import TYPE_CHECKING

from transforms.lexicons.gazetteer import MAX_WORDS, GazetteerEntry, look_up
from transforms.lexicons.toponym_words import words
from transforms.places.toponym_candidates import Toponym

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

MIN_LETTERS = 4
"""Letters of a name; shorter ones are mostly other words, in one language or another."""

METROPOLIS = 1_000_000
"""People from which a city's name counts anywhere in a sentence; other cities need a preposition before them."""

CITY = 100_000
"""People of a city that counts after a preposition."""

_ELIDED = re.compile(r"\w{1,5}['’](?=\w)")


def find_foreign_toponyms(doc: "Doc") -> list[Toponym]:
    """Return countries and regions, cities after a preposition, and very large cities, in reading order."""
    found = []
    at = 0
    while at < len(doc):
        toponym = _toponym_at(doc, at)
        if toponym:
            found.append(toponym)
        at = toponym.end if toponym else at + 1
    return found


def _toponym_at(doc: "Doc", at: int) -> Toponym | None:
    """Return the longest well-known name that begins at a token, after an elided article as in "l'Ukraine"."""
    first = doc.texts[at]
    elided = len(match[0]) if (match := _ELIDED.match(first)) else 0
    if not first[elided : elided + 1].isupper():
        return None
    after = bool(elided) or (at > 0 and doc.lowers[at - 1] in words("abroad"))
    for end in range(min(len(doc), at + MAX_WORDS), at, -1):
        if not _ELIDED.sub("", doc.texts[end - 1])[:1].isupper():
            continue
        text = doc.phrase(at, end)[elided:]
        if len(text) < MIN_LETTERS:
            continue
        candidates = tuple(c for c in look_up(text) if _is_known(c, after))
        if candidates:
            return Toponym(at, end, candidates, "name", "gazetteer", elided=elided)
    return None


def _is_known(place: GazetteerEntry, behind_preposition: bool) -> bool:
    """Tell whether a place is so well known that its name alone means it."""
    if place.is_settlement:
        return place.population >= (CITY if behind_preposition else METROPOLIS)
    return place.feature_code not in ("ADM1", "ADM2") or (behind_preposition and not place.alternate)
