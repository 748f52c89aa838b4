"""The places that a name can mean as English news writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from transforms.entities.index import EntityIndex
from transforms.lexicons.gazetteer import GazetteerEntry, look_up
from transforms.parsing.tokens import Doc

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span

BIG_CITY = 300_000
"""People from which a city's name is taken for it wherever no other name claims it; fewer need more evidence."""

ABBREVIATING = frozenset({"USA", "CAN", "AUS"})
"""Countries whose divisions news abbreviates: Calif., Ont., NSW."""

SHORT = 5
"""Letters of the longest abbreviation of a division, without its full stop: "Calif.", "Minn."."""


class Toponym(NamedTuple):
    """A name of a place in the text, tokens `start` to `end`, with the places that bear it.

    `use` is name, adjective ("Syrian troops") or embedded (in an organisation's name, "Boise Fire Department");
    `evidence` is model, gazetteer or context, whichever decided; `inside` what contains it, as in "Paris, Texas";
    `elided` counts the characters of an article written together with the first word, as in "l'Ukraine"; `told` is the
    class of place that the words beside it tell, when they do.
    """

    start: int
    end: int
    candidates: tuple[GazetteerEntry, ...]
    use: str
    evidence: str
    inside: tuple[GazetteerEntry, ...] = ()
    elided: int = 0
    told: str | None = None


@dataclass(frozen=True, slots=True)
class OtherNames:
    """An article's names of all kinds: the model's entity at a token, words of persons' full names, joined entities."""

    ents: dict[int, "Span"]
    persons: frozenset[str]
    index: EntityIndex


@lru_cache(maxsize=20_000)
def bearing(text: str) -> tuple[GazetteerEntry, ...]:
    """Return the places that bear a name as it is written: "Us" is not the United States, "Mass" no state."""
    candidates = [c for c in look_up(text) if not c.alternate or _is_other_english(c)]
    if len(text) <= SHORT and not text.isupper() and "." not in text:
        candidates = [c for c in candidates if not _is_abbreviated(c)]
    elif text.endswith(".") and any(_is_abbreviated(c) for c in candidates):
        candidates = [c for c in candidates if _is_abbreviated(c)]
    if len(text) <= 4 and "." not in text and any(char.isupper() for char in text[1:]):
        candidates = [c for c in candidates if _is_known_in_capitals(c)]
    if text.count(".") > 1:  # "N.J." has a word for every letter, "P.A." is not Pennsylvania
        candidates = [c for c in candidates if " " in c.name]
    return tuple(candidates)


def _is_other_english(place: GazetteerEntry) -> bool:
    """Tell whether another name of a place is one that English news may use: towns have many of other languages."""
    return not place.foreign and (not place.is_settlement or _is_known_to_everyone(place))


def _is_abbreviated(place: GazetteerEntry) -> bool:
    """Tell whether a short name of the place is an abbreviation: of a country, or of a division that has one."""
    return place.alternate and (place.is_country or _is_abbreviating_division(place))


def _is_abbreviating_division(place: GazetteerEntry) -> bool:
    return place.feature_code == "ADM1" and place.country_code in ABBREVIATING


def _is_known_in_capitals(place: GazetteerEntry) -> bool:
    """Tell whether up to four capitals mean the place: BA and PoP are not towns, but OSLO, OHIO and UAE are places."""
    if place.is_settlement:
        return place.population >= BIG_CITY
    return place.is_country or place.country_code is None or _is_abbreviating_division(place)


def is_strong(candidates: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a place that bears the name is known to everyone: a country, region, division or big city."""
    return any(_is_known_to_everyone(c) for c in candidates)


def _is_known_to_everyone(place: GazetteerEntry) -> bool:
    if place.is_settlement:
        return place.population >= BIG_CITY or place.feature_code == "PPLX"
    if place.feature_code == "ADM1":
        return not place.alternate or place.country_code in ABBREVIATING
    return place.feature_code != "ADM2"


def is_abbreviation(text: str, candidates: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a name is a division's abbreviation that needs a town before it: "TX", "Calif.", but not "N.J."."""
    if text.count(".") > 1 or len(text.rstrip(".")) > SHORT or not (text.isupper() or text.endswith(".")):
        return False
    return bool(candidates) and candidates[0].alternate and candidates[0].feature_code == "ADM1"


def with_stop(doc: "Doc", start: int, end: int) -> str:
    """Return a phrase with the full stop of an abbreviated division, which spaCy parts from the Canadian ones: Alta."""
    text = doc.phrase(start, end)
    if len(text) >= SHORT or end >= len(doc.texts) or doc.texts[end] != ".":
        return text
    is_joined = doc.starts[end] == doc.starts[end - 1] + len(doc.texts[end - 1])
    dotted = f"{text}."
    return dotted if is_joined and is_abbreviation(dotted, bearing(dotted)) else text


def contains(outer: GazetteerEntry, inner: GazetteerEntry) -> bool:
    """Tell whether a country or first-order division contains a place."""
    if outer.country_code != inner.country_code or outer.geonames_id == inner.geonames_id:
        return False
    return outer.is_country or outer.admin1 == inner.admin1
