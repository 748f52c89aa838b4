"""Weigh whether a name that places bear means a place where it stands, or a person, a street, a newspaper."""

from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.toponym_words import place_of_adjective, words
from transforms.places.toponym_candidates import OtherNames, Toponym, is_abbreviation, is_strong

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

KNOWN_TOWN = 15_000
"""People from which a town's name after a preposition of place is taken for it."""

KNOWN_CITY = 50_000
"""People from which a city may stand before another capitalised word, as in the name of a club."""

_EXACT = frozenset({"GPE", "LOC", "FAC"})
_NOT_WHERE = frozenset({"according", "due", "thanks"})
"""Words that make a phrase with "to" which is not one of place."""

_CLAIMED = frozenset({"PERSON", "WORK_OF_ART", "LANGUAGE", "LAW", "PRODUCT", "MONEY", "DATE", "TIME"})


def is_capital(token: "Token") -> bool:
    """Tell whether a word of two or more letters begins with a capital."""
    return begins_with_capital(token.text)


def begins_with_capital(word: str) -> bool:
    """Tell whether a word has two or more letters, the first of them a capital."""
    return len(word) > 1 and word[0].isupper()


def is_place(doc: "Doc", toponym: Toponym, names: OtherNames) -> bool:
    """Tell whether a name of the gazetteer, or of a place of the model's, means a place here."""
    if toponym.use == "adjective":
        return _is_modifier(doc, toponym)
    if _is_other_name(doc, toponym, names):
        return False
    told = bool(toponym.inside or toponym.told) or toponym.evidence == "context"
    return told or _is_usual(doc, toponym, names)


def _is_usual(doc: "Doc", toponym: Toponym, names: OtherNames) -> bool:
    """Tell whether a name that nothing else claims has the evidence that names of its kind need."""
    text = doc.phrase(toponym.start, toponym.end)
    strong = is_strong(toponym.candidates)
    if not toponym.candidates or any(c.feature_code == "BLDG" for c in toponym.candidates):
        return follows_locative(doc, toponym.start) and not _is_before_noun(doc, toponym)
    if is_abbreviation(text, toponym.candidates):
        return _follows_town(doc, toponym)
    if text.lower() in words("word"):
        return strong and _is_exact(toponym, names)
    if strong or _is_exact(toponym, names) or doc[toponym.end - 1].lower_ in words("kind"):
        return True
    ent = names.ents.get(toponym.start)
    return _is_known_town(toponym) and (
        follows_locative(doc, toponym.start) or (ent is not None and ent.label_ == "ORG")
    )


def _is_exact(toponym: Toponym, names: OtherNames) -> bool:
    """Tell whether the model took the name for a place, but for its article or possessive."""
    ent = names.ents.get(toponym.start)
    if ent is None or ent.label_ not in _EXACT or ent.end > toponym.end + 1:
        return False
    before = ent[: toponym.start - ent.start]
    return all(not is_capital(token) or token.lower_ in words("beside") or token.lower_ == "the" for token in before)


def _is_known_town(toponym: Toponym) -> bool:
    return any(c.population >= KNOWN_TOWN for c in toponym.candidates)


def _is_modifier(doc: "Doc", toponym: Toponym) -> bool:
    """Tell an adjective before a noun, "Syrian troops", from a language or a people, "in French", "the French"."""
    if toponym.end >= len(doc):
        return False
    following = (
        doc[toponym.end + 1 : toponym.end + 2] if doc[toponym.end].text == "-" else doc[toponym.end : toponym.end + 1]
    )
    if place_of_adjective(following.text):  # "African-American" is a people
        return False
    last = doc[toponym.end - 1]
    attribute = last.pos_ == "ADJ" and last.dep_ in ("amod", "conj")
    return attribute or doc[toponym.end].text in ("-", "–") or _is_before_noun(doc, toponym)


def _is_before_noun(doc: "Doc", toponym: Toponym) -> bool:
    return toponym.end < len(doc) and doc[toponym.end].pos_ in ("NOUN", "PROPN", "ADJ")


def _is_other_name(doc: "Doc", toponym: Toponym, names: OtherNames) -> bool:
    """Tell whether the name belongs to a person, a street, a newspaper or another longer name."""
    return (
        _follows_title(doc, toponym)
        or is_named_so(doc, toponym, names)
        or _begins_longer_name(doc, toponym)
        or _ends_longer_name(doc, toponym, names)
        or _is_joined_person(doc, toponym, names)
    )


def _follows_title(doc: "Doc", toponym: Toponym) -> bool:
    return toponym.start > 0 and doc.lowers[toponym.start - 1].strip(".") in words("title")


def is_named_so(doc: "Doc", toponym: Toponym, names: OtherNames) -> bool:
    """Tell whether the model says person or the like, unless it is a known place where a place must stand."""
    ent = names.ents.get(toponym.start)
    locative = follows_locative(doc, toponym.start)
    if ent is not None and ent.label_ in _CLAIMED:
        alone = len(ent) == toponym.end - toponym.start
        return not (alone and (is_strong(toponym.candidates) or (locative and _is_known_town(toponym))))
    marked = ent is not None and ent.label_ in _EXACT
    return not marked and not locative and doc.phrase(toponym.start, toponym.end) in names.persons


def _begins_longer_name(doc: "Doc", toponym: Toponym) -> bool:
    """Tell whether capitalised words that follow make it the name of a street, a newspaper or something unknown."""
    following = []
    for at in range(toponym.end, min(toponym.end + 3, len(doc.texts))):
        if not begins_with_capital(doc.texts[at]):
            break
        following.append(doc.lowers[at].rstrip("."))
    if not following or following[0] in words("kind") or following[0] in words("organ"):
        return False
    if words("media").intersection(following) or following[0] in words("street"):
        return True
    if doc.phrase(toponym.start, toponym.end).lower() in words("given"):
        return doc[toponym.start].ent_type_ != "ORG"
    return not is_strong(toponym.candidates) and all(c.population < KNOWN_CITY for c in toponym.candidates)


def _ends_longer_name(doc: "Doc", toponym: Toponym, names: OtherNames) -> bool:
    """Tell whether a name before it belongs to it: "Jean Paris", but neither "North Paris" nor an entity of its own."""
    ent = names.ents.get(toponym.start)
    if not toponym.start or is_strong(toponym.candidates) or (ent is not None and ent.start == toponym.start):
        return False
    before = doc[toponym.start - 1]
    if not is_capital(before) or before.is_sent_start:
        return False
    return before.pos_ == "PROPN" and before.lower_ not in words("beside")


def _is_joined_person(doc: "Doc", toponym: Toponym, names: OtherNames) -> bool:
    """Tell whether the article's entities know it as a person's name, a well-known place's only with the full name."""
    if toponym.inside:
        return False
    span = doc[toponym.start : toponym.end]
    entity = names.index.entity_of(span.start_char, span.end_char)
    if entity is None or entity.kind != "person":
        return False
    return not is_strong(toponym.candidates) or (" " in entity.name and not follows_locative(doc, toponym.start))


def _follows_town(doc: "Doc", toponym: Toponym) -> bool:
    """Tell whether the name stands after a capitalised word and a comma, as in "Paris, Mo."."""
    return toponym.start >= 2 and doc[toponym.start - 1].text == "," and is_capital(doc[toponym.start - 2])


@cache
def _between() -> frozenset[str]:
    """Return the words that may stand between a name and the preposition before it."""
    return words("beside") | words("kind") | {"the", "of"}


def follows_locative(doc: "Doc", start: int) -> bool:
    """Tell whether a preposition of place stands before the name, over words like "northern" and "the city of"."""
    between, lowers = _between(), doc.lowers
    at = start - 1
    while at > 0 and lowers[at] in between:
        at -= 1
    return at >= 0 and lowers[at] in words("locative") and (not at or lowers[at - 1] not in _NOT_WHERE)
