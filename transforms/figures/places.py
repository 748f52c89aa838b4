"""Say for which place a figure holds: the one its clause names, the only one of its sentence, or the dateline's."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.entities.index import EntityIndex
from transforms.parsing.syntax import verb_above
from transforms.records.article_records import Entity

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

PLACES = {"country", "place", "facility"}
WHERE = {"in", "at", "across", "near", "throughout", "inside", "around", "within", "outside"}
_DATELINE = re.compile(r"(?P<place>[A-Z][\w .,’'-]{2,40}?)\s?(?:\([\w /.]+\)\s?)?(?:--|[—–_]|-\s)")
"""The place before the first words of an agency's report: KABUL, Afghanistan (AP) —."""


def place_of(number: "Span", noun: "Token | None", index: EntityIndex) -> str | None:
    """Return the entity of the place that a figure holds for; None where none is named, or several could be it."""
    for token in _anchors(number, noun):
        for preposition in token.children:
            is_own = preposition.i >= number.start or token.pos_ in {"VERB", "AUX"}
            entity = _named(preposition, index) if is_own else None
            if entity:
                return entity.entity_id
    sentence = number.sent
    return number.doc.kept("only place", sentence.start, lambda: _only_one(sentence, index))


def _anchors(number: "Span", noun: "Token | None") -> "Iterator[Token]":
    if noun is not None:
        yield noun
    yield number.root
    verb = verb_above(number.root)
    if verb is not None:
        yield verb


def _named(preposition: "Token", index: EntityIndex) -> Entity | None:
    if preposition.dep_ != "prep" or preposition.lower_ not in WHERE:
        return None
    named = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    entity = index.entity_of(named.idx, named.end_char) if named is not None else None
    return entity if entity and entity.kind in PLACES else None


def _only_one(sentence: "Span", index: EntityIndex) -> str | None:
    """Return the place where the sentence tells one after `in` or the like, and names no other anywhere."""
    named = {
        mention.entity_id
        for mention in index.within(sentence.start_char, sentence.end_char)
        if index.entities[mention.entity_id].kind in PLACES
    }
    if len(named) != 1:
        return None
    doc = sentence.doc
    lowers = doc.lowers
    prepositions = [doc[i] for i in range(sentence.start, sentence.end) if lowers[i] in WHERE]
    told = {entity.entity_id for token in prepositions if (entity := _named(token, index))}
    return told.pop() if told == named else None


def dateline_place(text: str, before: int, index: EntityIndex) -> str | None:
    """Return the place of the dateline, if the text names no other up to the offset `before`; None else.

    For what befell people alone: money and shares are not where the report was written.
    """
    dateline = _DATELINE.match(text)
    if dateline is None:
        return None
    start, end = dateline.span("place")
    entity = index.entity_of(start, end)
    if entity is None or entity.kind not in PLACES or index.within(start, end)[0].start_char != start:
        return None
    later = (index.entities[mention.entity_id].kind for mention in index.each_within(end, before))
    return None if any(kind in PLACES for kind in later) else index.within(start, end)[0].entity_id
