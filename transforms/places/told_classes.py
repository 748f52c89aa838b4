"""The class of place that the words beside a name tell: the city of Lebanon, Washington state, a capital that acts."""

from typing import TYPE_CHECKING

from transforms.lexicons.gazetteer import GazetteerEntry
from transforms.places.government import acts
from transforms.places.toponym_candidates import Toponym

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

TOWN, DIVISION, CAPITAL = "town", "division", "capital"

TOWNS = frozenset({"city", "town", "village", "suburb", "township", "hamlet", "capital"})
"""Nouns before `of` and the name of a settlement."""

DIVISIONS = frozenset({"state", "province", "governorate", "oblast", "prefecture"})
"""Nouns before `of` and the name of a division of the first order, or right after it."""

SMALL_STATE = 1_000_000
"""People of the largest states that are a city and little more, of which no other city need be meant."""


def with_class(doc: "Doc", toponym: Toponym) -> Toponym:
    """Leave of the places that bear a name those of the class that the words beside it tell, if there are any.

    It assumes English: a city is `the city of` its name, a division has its noun on either side, and what does as
    governments do is the capital rather than the division of its name. The city of Turkey is no country, even
    if the gazetteer has no such city.
    """
    if toponym.use != "name" or toponym.inside or toponym.told or not toponym.candidates:
        return toponym
    noun = doc[toponym.start - 2].lower_ if toponym.start > 1 and doc[toponym.start - 1].lower_ == "of" else ""
    if noun in TOWNS:
        return _only(toponym, TOWN, tuple(c for c in toponym.candidates if c.is_settlement))
    if len(toponym.candidates) == 1:
        return toponym
    if noun in DIVISIONS or _is_division(doc, toponym.end):
        return _only(toponym, DIVISION, tuple(c for c in toponym.candidates if c.feature_code == "ADM1"))
    capitals = tuple(c for c in toponym.candidates if c.feature_code == "PPLC" and not c.alternate)
    if capitals and not _has_country(toponym) and acts(doc[toponym.start : toponym.end].root):
        return _only(toponym, CAPITAL, capitals)
    return toponym


def _only(toponym: Toponym, told: str, candidates: tuple[GazetteerEntry, ...]) -> Toponym:
    if candidates or (told == TOWN and all(c.is_country and c.population > SMALL_STATE for c in toponym.candidates)):
        return toponym._replace(told=told, candidates=candidates)
    return toponym


def _is_division(doc: "Doc", at: int) -> bool:
    """Tell whether a division's noun stands at a token, and is not the first word of a longer name: a State College."""
    if at >= len(doc) or doc[at].lower_ not in DIVISIONS:
        return False
    return doc[at].text.islower() or at + 1 == len(doc) or not doc[at + 1].text[0].isupper()


def _has_country(toponym: Toponym) -> bool:
    return any(c.is_country for c in toponym.candidates)
