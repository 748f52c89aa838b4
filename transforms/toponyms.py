"""Find the names of places in an article: evidence of the gazetteer, of spaCy's entities and of the words around."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from transforms.entity_index import EntityIndex
from transforms.gazetteer import MAX_WORDS, Candidate, fold, look_up
from transforms.toponym_words import place_of_adjective, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

BIG_CITY = 300_000
"""People from which a city's name is taken for it wherever no other name claims it; fewer need more evidence."""

KNOWN_TOWN = 15_000
"""People from which a town's name behind a preposition of place is taken for it."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_INSIDE_NAME = frozenset("of the and de la del el al da do du des di upon on sur le - – ' ’".split())
_CLAIMED = frozenset({"PERSON", "WORK_OF_ART", "LANGUAGE", "LAW", "PRODUCT", "MONEY", "DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place in the text, tokens `start` to `end`, with the places that bear it.

    `use` is name, adjective ("Syrian troops") or embedded (in the name of an organisation, "Boise Fire Department");
    `evidence` is model, gazetteer or context, whichever decided; `inside` the toponym that contains it ("Paris, Texas").
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    use: str
    evidence: str
    inside: tuple[Candidate, ...] = ()


def find_toponyms(doc: "Doc", index: EntityIndex) -> list[Toponym]:
    """Return the toponyms of a parsed English article in reading order, none overlapping another."""
    found: list[Toponym] = []
    doubtful: list[Toponym] = []
    ents = _entity_at(doc)
    at = 0
    while at < len(doc):
        named = _name_at(doc, at, ents) if _is_capital(doc[at]) else None
        if named is None:
            at += 1
            continue
        named = _with_container(doc, named)
        (found if _is_place(doc, named, ents, index) else doubtful).append(named)
        at = named.end
    return sorted([*found, *_named_elsewhere(doc, found, doubtful, ents)], key=lambda t: t.start)


def _entity_at(doc: "Doc") -> dict[int, "Span"]:
    """Map each token to the model's entity that it belongs to."""
    return {token: ent for ent in doc.ents for token in range(ent.start, ent.end)}


def _is_capital(token: "Token") -> bool:
    return token.text[0].isupper() and (len(token.text) > 1)


def _name_at(doc: "Doc", at: int, ents: dict[int, "Span"]) -> Toponym | None:
    """Return the longest name of the gazetteer that begins at a token, or the model's place that does."""
    for end in _possible_ends(doc, at):
        text = doc[at:end].text
        if text.lower() in words("beside"):
            break
        adjective = place_of_adjective(text)
        if adjective:
            return Toponym(at, end, adjective, "adjective", "gazetteer")
        candidates = bearing(text)
        if candidates:
            return Toponym(at, end, candidates, "name", "gazetteer")
    ent = ents.get(at)
    if ent is not None and ent.start == at and ent.label_ in ("GPE", "LOC"):
        return Toponym(ent.start, ent.end, (), "name", "model")
    return None


def _possible_ends(doc: "Doc", at: int) -> Iterator[int]:
    """Yield where a name that begins at a token may end, the farthest first: behind capitalised words."""
    ends = [at + 1]
    for token in doc[at + 1 : at + 2 * MAX_WORDS]:
        if _is_capital(token):
            ends.append(token.i + 1)
        elif token.lower_ not in _INSIDE_NAME:
            break
        if len(ends) >= MAX_WORDS:
            break
    return reversed(ends)


@lru_cache(maxsize=20_000)
def bearing(text: str) -> tuple[Candidate, ...]:
    """Return the places that bear a name as English news writes it; "Us" is not the United States, nor "Mass" a state."""
    short = len(text) <= 5 and not text.isupper() and "." not in text
    return tuple(c for c in look_up(text) if not c.alternate or (_is_other_english(c) and not (short and not c.is_settlement)))


def _is_other_english(place: Candidate) -> bool:
    """Tell whether another name of a place is one that English news may use: towns have many of other languages."""
    return not place.foreign and (not place.is_settlement or place.population >= BIG_CITY or place.feature_code == "PPLX")


def _with_container(doc: "Doc", toponym: Toponym) -> Toponym:
    """Add what follows behind a comma or in brackets when it contains the place: "Paris, Texas", "Austin (Texas)"."""
    if toponym.end + 1 >= len(doc) or doc[toponym.end].text not in (",", "(", ", "):
        return toponym
    following = toponym.end + 1
    for end in _possible_ends(doc, following) if _is_capital(doc[following]) else ():
        containers = _containers(doc, toponym, following, end)
        if any(contains(outer, inner) for outer in containers for inner in toponym.candidates):
            return replace(toponym, inside=containers)
    return toponym


def _containers(doc: "Doc", toponym: Toponym, start: int, end: int) -> tuple[Candidate, ...]:
    """Return the countries and divisions that a name behind the comma means, if it can stand there as container."""
    containers = [c for c in bearing(doc[start:end].text) if c.is_country or c.feature_code == "ADM1"]
    # "tensions with Russia, U.S. officials said", "Freeland, U.S. Trade Representative": a country before, a title behind
    if any(c.is_country for c in toponym.candidates) or (end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN", "ADJ")):
        containers = [c for c in containers if not c.is_country]
    return tuple(containers)


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Tell whether a country or first-order division contains a place."""
    if outer.country_code != inner.country_code or outer.geonames_id == inner.geonames_id:
        return False
    return outer.is_country or outer.admin1 == inner.admin1


def _is_place(doc: "Doc", toponym: Toponym, ents: dict[int, "Span"], index: EntityIndex) -> bool:
    """Weigh the evidence that a name of the gazetteer, or a place of the model's, is a place here."""
    if toponym.use == "adjective":
        return _is_modifier(doc, toponym)
    if _is_other_name(doc, toponym, ents, index):
        return False
    ent = ents.get(toponym.start)
    exact = ent is not None and ent.label_ in PLACE_LABELS and ent.start <= toponym.start and ent.end <= toponym.end + 1
    word = doc[toponym.start : toponym.end].text.lower() in words("word")
    if toponym.inside:
        return True
    if not toponym.candidates or all(c.feature_code == "BLDG" for c in toponym.candidates):
        return _is_behind_locative(doc, toponym.start)
    if word:
        return exact and is_strong(toponym.candidates)
    if is_abbreviation(doc, toponym):
        return _is_behind_town(doc, toponym)
    if exact or is_strong(toponym.candidates):
        return True
    known = any(c.population >= KNOWN_TOWN for c in toponym.candidates)
    return known and (_is_behind_locative(doc, toponym.start) or (ent is not None and ent.label_ == "ORG"))


def _is_modifier(doc: "Doc", toponym: Toponym) -> bool:
    """Tell an adjective before a noun, "Syrian troops", from a language or a people, "in French", "the French"."""
    if toponym.end >= len(doc):
        return False
    following = doc[toponym.end]
    return following.text in ("-", "–") or following.pos_ in ("NOUN", "PROPN", "ADJ")


def _is_other_name(doc: "Doc", toponym: Toponym, ents: dict[int, "Span"], index: EntityIndex) -> bool:
    """Tell whether the name belongs to a person, a street, a newspaper or another longer name."""
    ent = ents.get(toponym.start)
    strong = is_strong(toponym.candidates)
    before = doc[toponym.start - 1] if toponym.start else None
    after = doc[toponym.end] if toponym.end < len(doc) else None
    if before is not None and before.lower_.strip(".") in words("title"):
        return True
    if ent is not None and ent.label_ in _CLAIMED and not (strong and len(ent) == toponym.end - toponym.start):
        return True
    if after is not None and _is_capital(after) and _belongs_to_longer_name(doc, toponym, strong):
        return True
    if _follows_name(before) and not strong and not (ent is not None and ent.start == toponym.start):
        return True
    if toponym.inside or strong:
        return False
    entity = index.entity_of(doc[toponym.start].idx, doc[toponym.end - 1].idx + 1)
    return entity is not None and entity.kind == "person"


def _belongs_to_longer_name(doc: "Doc", toponym: Toponym, strong: bool) -> bool:
    """Tell whether capitalised words that follow make it the name of a street, a newspaper or something unknown."""
    following = []
    for token in doc[toponym.end : toponym.end + 3]:
        if not _is_capital(token):
            break
        following.append(token.lower_.rstrip("."))
    if words("media").intersection(following) or following[0] in words("street"):
        return True
    if doc[toponym.start : toponym.end].text.lower() in words("given") and following[0] not in words("kind"):
        return True
    return not strong and not any(c.population >= 50_000 for c in toponym.candidates) and following[0] not in words("kind")


def _follows_name(before: "Token | None") -> bool:
    """Tell whether a word before the name belongs to it: "Paris" in "Jean Paris", not in "North Paris"."""
    if before is None or not _is_capital(before) or before.is_sent_start:
        return False
    return before.pos_ == "PROPN" and before.lower_ not in words("beside")


def is_strong(candidates: Sequence[Candidate]) -> bool:
    """Tell whether a place that bears the name is known to everyone: a country, region, division or big city."""
    return any(
        c.population >= BIG_CITY and (c.is_settlement or not c.alternate) and c.feature_code != "ADM2"
        or not c.is_settlement and c.feature_code not in ("ADM1", "ADM2")
        or c.feature_code == "ADM1" and (c.country_code in ("USA", "CAN", "AUS", "GBR") or not c.alternate)
        for c in candidates
    )


def is_abbreviation(doc: "Doc", toponym: Toponym) -> bool:
    """Tell whether the name is the abbreviation of a state such as "TX" or "Calif.", which needs a town before it."""
    text = doc[toponym.start : toponym.end].text
    if text.count(".") > 1 or not toponym.candidates:
        return False
    best = toponym.candidates[0]
    return best.feature_code == "ADM1" and best.alternate and len(text.rstrip(".")) <= 5 and (text.isupper() or text[-1] == ".")


def _is_behind_town(doc: "Doc", toponym: Toponym) -> bool:
    """Tell whether the name stands behind a capitalised word and a comma, as in "Paris, Mo."."""
    return toponym.start >= 2 and doc[toponym.start - 1].text == "," and _is_capital(doc[toponym.start - 2])


def _is_behind_locative(doc: "Doc", start: int) -> bool:
    """Tell whether a preposition of place stands before the name, over words like "northern" and "the city of"."""
    at = start - 1
    while at > 0 and (doc[at].lower_ in words("beside") or doc[at].lower_ in words("kind") or doc[at].lower_ in ("the", "of")):
        at -= 1
    return at >= 0 and doc[at].lower_ in words("locative")


def _named_elsewhere(
    doc: "Doc", found: list[Toponym], doubtful: list[Toponym], ents: dict[int, "Span"]
) -> Iterator[Toponym]:
    """Yield the doubtful names that the article elsewhere uses as places, unless the model says person."""
    sure = {fold(doc[t.start : t.end].text) for t in found if t.use == "name" and t.candidates}
    for toponym in doubtful:
        ent = ents.get(toponym.start)
        text = doc[toponym.start : toponym.end].text
        claimed = ent is not None and (ent.label_ in _CLAIMED or len(ent) > toponym.end - toponym.start)
        if toponym.use == "name" and not claimed and fold(text) in sure and text.lower() not in words("word"):
            yield replace(toponym, evidence="context")
