"""Say what a number counts or measures, where and when, by the parse of its sentence."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from transforms.entity_index import EntityIndex
from transforms.nlp import covering
from transforms.records import Time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PLACES = {"country", "place", "facility"}
WHERE = {"in", "at", "across", "near", "throughout", "inside", "around", "within", "from", "to"}
CLOCKS = {"o’clock", "o'clock"}
NOTHING = {"thing", "one", "time", "way", "reason", "kind", "sort", "part", "point", "side", "half", "quarter", "third"}
"""Nouns that nobody counts: two things, three times, one part."""

NOT_COUNTED = {"of", "the", "these", "those", "a", "an", "its", "their", "his", "her"}

LONGEST = 8  # tokens from a number to its noun: what lies farther off belongs to something else


def counted_noun(number: "Span") -> "Token | None":
    """Return the noun that a number stands with: 12 [people], dozens of [people]; None where it stands alone."""
    root = number.root
    near = number.end <= root.head.i < number.end + LONGEST
    if near and root.dep_ in {"nummod", "compound", "quantmod", "amod", "nmod"}:
        return _noun(root.head)
    of = number.doc[number.end] if number.end < len(number.doc) else None
    if of is not None and of.lower_ == "of" and of.dep_ == "prep" and number.text.lower() != "one":
        return _noun(next((child for child in of.children if child.dep_ == "pobj"), None))
    return None  # and nobody counts `one of the oldest banks`


def _noun(token: "Token | None") -> "Token | None":
    if token is None or token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.lemma_.lower() in NOTHING | CLOCKS:
        return None
    return token


def counted_phrase(number: "Span", noun: "Token") -> "Span":
    """Return the words of the noun phrase behind the number, without articles: 12 [young people]."""
    start = number.end
    while start < noun.i and (noun.doc[start].lower_ in NOT_COUNTED or noun.doc[start].pos_ in {"PUNCT", "NUM"}):
        start += 1
    return noun.doc[start : noun.i + 1]


def is_label(number: "Span") -> bool:
    """Whether a number names what stands before it: Flight 370, Room 12, No. 1."""
    root = number.root
    before = number.doc[number.start - 1] if number.start else None
    is_named = root.dep_ in {"nummod", "appos", "npadvmod"} and root.head.i == number.start - 1
    if before is None:
        return False
    return before.lower_ in {"no.", "nr.", "#", "number"} or (is_named and before.pos_ == "PROPN")


def place_of(number: "Span", noun: "Token | None", index: EntityIndex) -> str | None:
    """Return the entity of the place a figure holds for: the one that its noun, the number or their verb names."""
    for token in _anchors(number, noun):
        for preposition in token.rights:
            if preposition.dep_ != "prep" or preposition.lower_ not in WHERE or preposition.i < number.start:
                continue
            named = next((child for child in preposition.children if child.dep_ == "pobj"), None)
            entity = index.entity_of(named.idx, named.idx + len(named)) if named is not None else None
            if entity and entity.kind in PLACES:
                return entity.entity_id
    return None


def time_of(doc: "Doc", number: "Span", times: Sequence[Time]) -> int | None:
    """Return the temporal expression that a figure holds for: the one that hangs on the same verb."""
    verb = _verb(number.root)
    sentence = number.sent
    for time in times:
        if sentence.start_char <= time.start_char < sentence.end_char:
            root = covering(doc, time.start_char, time.end_char).root
            if _verb(root) == verb:
                return time.time_id
    return None


def _anchors(number: "Span", noun: "Token | None") -> "Iterator[Token]":
    if noun is not None:
        yield noun
    yield number.root
    verb = _verb(number.root)
    if verb is not None:
        yield verb


def _verb(token: "Token") -> "Token | None":
    return next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)


def is_age(number: "Span", behind: str) -> bool:
    """Whether a number, and what follows it, is an age: 32-year-old, 45 years old, aged 45; Jane Hall, 90, said."""
    doc = number.doc
    before = doc[number.start - 1].lower_ if number.start else ""
    if before in {"aged", "age", "ages"} or behind.lower().startswith(("-old", " old")):
        return True
    named = number.start > 1 and doc[number.start - 2].ent_type_ == "PERSON"
    return named and before == "," and behind.startswith((",", "."))
