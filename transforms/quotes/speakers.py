"""Say who speaks: the phrase that names the speaker, and the entity it means."""

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from transforms.entities.index import EntityIndex
from transforms.entities.nominal_mentions import head_nouns
from transforms.entities.pronouns import GENDERS, group_meant, person_meant

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span

NAMES_BEFORE_NAME = {"GPE", "ORG", "FAC", "LOC"}
"""What may stand between an office and a name without a comma: Ambassador to France Ana Silva."""


class Speaker(NamedTuple):
    """The speaker's phrase by its offsets in the text, and the entity it means; None when that is not known."""

    start_char: int
    end_char: int
    entity_id: str | None


def find_speaker(
    phrase: "Span",
    index: EntityIndex,
    before: Sequence[str],
    quoted: Set[int] = frozenset(),
    spoken_of: Set[str] = frozenset(),
) -> Speaker:
    """Return who is meant by a speaker's phrase.

    `before` are the entities that spoke before, the last one last; `quoted` the tokens in quotation marks; `spoken_of`
    the entities that are named in what is said: nobody speaks so of themselves.
    """
    return Speaker(phrase.start_char, phrase.end_char, _meant(phrase, index, before, quoted, spoken_of))


def _meant(
    phrase: "Span", index: EntityIndex, before: Sequence[str], quoted: Set[int], spoken_of: Set[str]
) -> str | None:
    head = phrase.root
    if head.lower_ in GENDERS:
        return person_meant(head, index, [one for one in before if one not in spoken_of], quoted, spoken_of)
    if head.lower_ == "it":
        return group_meant(head, index, before, quoted)
    if any(child.dep_ == "conj" for child in head.children):
        return None  # two who speak are not one
    names = [head, *(token for token in phrase if token.dep_ == "appos" and token.i > head.i)]
    found = (index.entity_of(name.idx, name.end_char) for name in names)
    return (
        next((entity.entity_id for entity in found if entity), None)
        or _named_last(phrase, index)
        or _spoke_before(phrase, index, before)
    )


def _named_last(phrase: "Span", index: EntityIndex) -> str | None:
    """Return the person whose name ends a phrase that the parse did not join: Ambassador to France Ana Silva."""
    last = next(reversed(index.within(phrase.start_char, phrase.end_char)), None)
    if last is None or last.end_char != phrase.end_char or index.entities[last.entity_id].kind != "person":
        return None
    before = [token for token in phrase if token.idx < last.start_char]
    joined = bool(before) and (
        before[-1].ent_type_ in NAMES_BEFORE_NAME or last.start_char <= before[-1].head.idx < last.end_char
    )
    return last.entity_id if joined and before[-1].tag_ != "POS" else None


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
