"""Say who speaks: the phrase that names the speaker, and the entity it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.entities.index import EntityIndex
from transforms.entities.nominal_mentions import head_nouns
from transforms.parsing.spacy_model import covering

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PERSON_PRONOUNS = {"he", "she", "him", "her"}
GROUP_PRONOUNS = {"it", "they", "them"}
GROUPS = {"organization", "country", "nationality"}
LOOK_BACK = 3  # sentences in which the person of a pronoun stands, in nearly all of the news


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker's phrase by its offsets in the text, and the entity it means; None when that is not known."""

    start_char: int
    end_char: int
    entity_id: str | None


def find_speaker(phrase: "Span", index: EntityIndex, before: Sequence[str]) -> Speaker:
    """Return who is meant by a speaker's phrase; `before` are the entities that spoke before, the last one last."""
    return Speaker(phrase.start_char, phrase.end_char, _meant(phrase, index, before))


def _meant(phrase: "Span", index: EntityIndex, before: Sequence[str]) -> str | None:
    head = phrase.root
    if head.lower_ in PERSON_PRONOUNS:
        return _taken_up(head, index, {"person"}, before)
    if head.lower_ == "it":
        return _taken_up(head, index, GROUPS, before)
    if any(child.dep_ == "conj" for child in head.children):
        return None  # two who speak are not one
    names = [head, *(token for token in phrase if token.dep_ == "appos" and token.i > head.i)]
    found = (index.entity_of(name.idx, name.idx + len(name)) for name in names)
    return next((entity.entity_id for entity in found if entity), None) or _spoke_before(phrase, index, before)


def _spoke_before(phrase: "Span", index: EntityIndex, before: Sequence[str]) -> str | None:
    """Return the last speaker whom a noun takes up: `the group`; `the senator`, of one who is called so."""
    entry = head_nouns().get(phrase.root.lower_)
    if entry is None or len(phrase) != 2 or phrase[0].lower_ != "the":
        return None
    kind, fits = entry
    last = next((index.entities[one] for one in reversed(before) if index.entities[one].kind == kind), None)
    if last is None:
        return None
    words = f"{last.name} {last.role or ''}".lower().split()
    return last.entity_id if fits == "any" or phrase.root.lower_ in words else None


def _taken_up(pronoun: "Token", index: EntityIndex, kinds: set[str], before: Sequence[str]) -> str | None:
    """Return what a pronoun takes up: the last subject of a fitting kind near before it, else the last who spoke."""
    first = pronoun.sent
    for _ in range(LOOK_BACK - 1):
        first = first[0].nbor(-1).sent if first.start else first
    mentions = [m for m in index.within(first.start_char, pronoun.idx) if index.entities[m.entity_id].kind in kinds]
    for mention in reversed(mentions):
        name = covering(pronoun.doc, mention.start_char, mention.end_char)
        if name.root.dep_ in {"nsubj", "nsubjpass"}:
            return mention.entity_id
    spoke = next((entity_id for entity_id in reversed(before) if index.entities[entity_id].kind in kinds), None)
    return spoke or (mentions[-1].entity_id if len({m.entity_id for m in mentions}) == 1 else None)
