"""Find the names of places in an article: evidence of the gazetteer, of spaCy's entities and of the words around."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.entities.index import EntityIndex
from transforms.lexicons.countries import country_meant, is_shared
from transforms.lexicons.gazetteer import MAX_WORDS, GazetteerEntry, fold, look_up
from transforms.lexicons.toponym_words import place_of_adjective, words
from transforms.places.told_classes import DIVISION, with_class
from transforms.places.toponym_candidates import (
    ABBREVIATING,
    OtherNames,
    Toponym,
    bearing,
    contains,
    is_strong,
    with_stop,
)
from transforms.places.toponym_evidence import begins_with_capital, is_capital, is_named_so, is_place

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})

MARGIN = 4
"""Characters by which an organisation's name is longer at least: "the" or a possessive makes no other name of it."""

_INSIDE_NAME = frozenset(
    {"of", "the", "and", "de", "la", "del", "el", "al", "da", "do", "du", "des", "di", "on", "sur", "le"}
)
_BETWEEN = _INSIDE_NAME | {"-", "–", "'", "’"}


def find_toponyms(doc: "Doc", index: EntityIndex) -> list[Toponym]:
    """Return the toponyms of a parsed English article in reading order, none overlapping another."""
    found: list[Toponym] = []
    doubtful: list[Toponym] = []
    names = _other_names(doc, index)
    last = 0
    for at in [i for i, word in enumerate(doc.texts) if word[0].isupper() and len(word) > 1]:
        toponym = _name_at(doc, at, names.ents) if at >= last else None
        if toponym is None:
            continue
        toponym = with_class(doc, _with_use(_with_container(doc, toponym), names.ents))
        (found if is_place(doc, toponym, names) else doubtful).append(toponym)
        last = toponym.end
    nations = {e.country_code for e in index.entities.values() if e.kind == "country" and e.country_code}
    found = [_settled(doc, toponym, nations) for toponym in found]
    return sorted([*found, *_named_elsewhere(doc, found, doubtful, names)], key=lambda t: t.start)


def _settled(doc: "Doc", toponym: Toponym, nations: set[str]) -> Toponym:
    """Leave open what an adjective of two countries means where the text names neither, or both: Congolese troops."""
    if toponym.use != "adjective":
        return toponym
    text = doc[toponym.start : toponym.end].text
    if not is_shared(text):
        return toponym
    meant = country_meant(text, nations)
    code = meant.code if meant else None
    places = look_up(meant.name) if meant else ()
    return toponym._replace(candidates=tuple(c for c in places if c.is_country and c.country_code == code))


def _other_names(doc: "Doc", index: EntityIndex) -> OtherNames:
    """Gather what the model and the entities say of the article's names."""
    ents = {token: ent for ent in doc.ents for token in range(ent.start, ent.end)}
    persons = (token.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for token in ent)
    return OtherNames(ents, frozenset(persons), index)


def _name_at(doc: "Doc", at: int, ents: dict[int, "Span"]) -> Toponym | None:
    """Return the longest name of the gazetteer that begins at a token, or the model's place that does."""
    ent = ents.get(at)
    evidence = "model" if ent is not None and ent.label_ in PLACE_LABELS else "gazetteer"
    if at and doc.texts[at - 1] == "," and (division := _abbreviated(doc, at)):
        return division
    beside = words("beside")
    for end in _possible_ends(doc, at):
        text = doc.phrase(at, end)
        if text.lower() in beside:
            return None
        adjective = place_of_adjective(text)
        if adjective:
            return Toponym(at, end, adjective, "adjective", "gazetteer")
        candidates = bearing(text)
        if candidates:
            return Toponym(at, end, candidates, "name", evidence)
    if ent is not None and ent.start == at and ent.label_ in ("GPE", "LOC") and doc[at].lower_ != "the":
        return Toponym(ent.start, ent.end, (), "name", "model")
    return None


def _abbreviated(doc: "Doc", at: int) -> Toponym | None:
    """Return the division whose abbreviation stands behind a comma, its full stop parted from it: Banff, Alta."""
    name = with_stop(doc, at, at + 1)
    if name == doc.texts[at]:
        return None
    return Toponym(at, at + 2, bearing(name), "name", "gazetteer", told=DIVISION)


def _possible_ends(doc: "Doc", at: int) -> Iterator[int]:
    """Yield where a name that begins at a token may end, the farthest first: after capitalised words."""
    ends = [at + 1]
    for end in range(at + 2, min(at + 2 * MAX_WORDS, len(doc.texts)) + 1):
        if begins_with_capital(doc.texts[end - 1]):
            ends.append(end)
        elif doc.lowers[end - 1] not in _BETWEEN:
            break
        if len(ends) >= MAX_WORDS:
            break
    return reversed(ends)


def _with_use(toponym: Toponym, ents: dict[int, "Span"]) -> Toponym:
    """Mark a name that is part of an organisation's longer one."""
    ent = ents.get(toponym.start)
    if ent is None or ent.label_ != "ORG" or toponym.use != "name" or toponym.inside or toponym.told:
        return toponym
    longer = len(ent.text) - len(ent.doc[toponym.start : toponym.end].text)
    return toponym._replace(use="embedded") if longer > MARGIN else toponym


def _with_container(doc: "Doc", toponym: Toponym) -> Toponym:
    """Add what follows after a comma or bracket when it contains the place: "Paris, Texas", "Austin (Texas)".

    A place of a known state that the gazetteer does not have there is none of those it has elsewhere.
    """
    following = toponym.end + 1
    if following >= len(doc) or doc[toponym.end].text not in (",", "(") or not is_capital(doc[following]):
        return toponym
    for end in _possible_ends(doc, following):
        containers = _containers(doc, toponym, following, end)
        if any(contains(outer, inner) for outer in containers for inner in toponym.candidates):
            return toponym._replace(inside=containers)
        states = [c for c in containers if c.country_code in ABBREVIATING and not c.is_country]
        if states and not is_strong(toponym.candidates) and not _is_noun_at(doc, end):
            return toponym._replace(candidates=(), evidence="context")
    return toponym


def _containers(doc: "Doc", toponym: Toponym, start: int, end: int) -> tuple[GazetteerEntry, ...]:
    """Return the countries and divisions that a name after the comma means, if it can stand there as container."""
    name = with_stop(doc, start, end)
    containers = [c for c in bearing(name) if c.is_country or c.feature_code == "ADM1"]
    # "Freeland, U.S. Trade Representative" has a title after; in "with Russia, U.S. officials" none lies in the other
    if _is_noun_at(doc, end) or any(c.is_country for c in toponym.candidates):
        containers = [c for c in containers if not c.is_country]
    return tuple(containers)


def _is_noun_at(doc: "Doc", at: int) -> bool:
    return at < len(doc) and doc[at].pos_ in ("NOUN", "PROPN", "ADJ")


def _named_elsewhere(doc: "Doc", found: list[Toponym], doubtful: list[Toponym], names: OtherNames) -> Iterator[Toponym]:
    """Yield the doubtful names that the article elsewhere uses as places, unless they belong to something else here."""
    sure = {fold(doc.phrase(t.start, t.end)) for t in found if t.use != "adjective" and t.candidates}
    for toponym in doubtful:
        text = doc.phrase(toponym.start, toponym.end)
        ordinary = text.lower() in words("word") or any(c.feature_code == "BLDG" for c in toponym.candidates)
        if toponym.use == "name" and fold(text) in sure and not ordinary and not is_named_so(doc, toponym, names):
            yield toponym._replace(evidence="context")
