"""Whom `he`, `she` or `it` takes up: the one entity near before it that fits, or nobody that can be told."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.entities.gender import gender_of, gendered_nouns
from transforms.entities.index import EntityIndex
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

GENDERS = {"she": "f", "her": "f", "he": "m", "him": "m"}
GROUPS = {"organization", "country", "nationality"}
SUBJECTS = {"nsubj", "nsubjpass"}
LOOK_BACK = 3  # sentences in which the person of a pronoun stands, in nearly all of the news
LAST_SPEAKERS = 3  # speakers before that a pronoun can still mean: two who speak in turn, and one between them


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A person named, or `woman`, `his brother` without a name (`entity_id` is None), at a token before a pronoun."""

    at: int
    entity_id: str | None
    gender: str | None
    is_subject: bool


def person_meant(
    pronoun: "Token",
    index: EntityIndex,
    before: Sequence[str],
    quoted: Set[int] = frozenset(),
    excluded: Set[str] = frozenset(),
) -> str | None:
    """Return the id of the person whom `he` or `she` takes up; None where two fit, or an unnamed one does.

    `before` are the ids of those who spoke before, the last one last. Names among the `quoted` tokens are not looked
    at: whom a speaker names is somebody else, as are the entities `excluded`. A subject goes before other words, and
    the nearer sentence before the farther (centering, Grosz et al. 1995); nobody known to be of the other
    gender is meant.
    """
    gender, others = GENDERS[pronoun.lower_], set[str | None]()
    for sentence in _sentences_back(pronoun, quoted):
        found = [one for one in _candidates(sentence, index, gender, quoted) if one.entity_id not in excluded]
        subjects = [one for one in found if one.is_subject]
        sure = [one for one in found if one.gender and one not in subjects]
        if subjects:
            best = max(subjects, key=lambda one: (one.gender is not None, one.at))
            doubtful = best.gender is None and any(one.entity_id != best.entity_id for one in sure)
            return None if doubtful or others - {best.entity_id} else best.entity_id
        if not _goes_on(sentence, pronoun, quoted):
            others |= {one.entity_id for one in sure or found}
    spoke = _spoke_last(pronoun.doc, index, before, gender)
    if others:
        return next(iter(others)) if len(others | ({spoke} if spoke else set())) == 1 else None
    return spoke


def group_meant(pronoun: "Token", index: EntityIndex, before: Sequence[str], quoted: Set[int]) -> str | None:
    """Return the id of the organization or people that `it` takes up: the last subject, else the last that spoke."""
    found = []
    for sentence in _sentences_back(pronoun, quoted):
        mentions = [m for m in index.within(sentence.start_char, sentence.end_char) if _is_group(m.entity_id, index)]
        for mention in reversed(mentions):
            root = covering(pronoun.doc, mention.start_char, mention.end_char).root
            if root.dep_ in SUBJECTS and root.i not in quoted:
                return mention.entity_id
        found += mentions
    spoke = next((entity_id for entity_id in reversed(before) if _is_group(entity_id, index)), None)
    return spoke or (found[-1].entity_id if len({mention.entity_id for mention in found}) == 1 else None)


def _is_group(entity_id: str, index: EntityIndex) -> bool:
    return index.entities[entity_id].kind in GROUPS


def _sentences_back(pronoun: "Token", quoted: Set[int]) -> Iterator["Span"]:
    """Yield what stands before a pronoun in its sentence, then the sentences before; those in quotes do not count."""
    doc, start, end, left = pronoun.doc, pronoun.sent.start, pronoun.i, LOOK_BACK
    while left:
        tokens = doc[start:end]
        if any(token.i not in quoted and token.is_alpha for token in tokens) or end == pronoun.i:
            yield tokens
            left -= 1
        if not start:
            return
        start, end = doc[start - 1].sent.start, start


def _candidates(sentence: "Span", index: EntityIndex, gender: str, quoted: Set[int]) -> Iterator[_Candidate]:
    doc = sentence.doc
    taken = []
    for mention in index.within(sentence.start_char, sentence.end_char) if len(sentence) else ():
        if index.entities[mention.entity_id].kind != "person":
            continue
        name = covering(doc, mention.start_char, mention.end_char)
        taken.append((name.start, name.end))
        found = _gender(doc, index, mention.entity_id)
        if name.start not in quoted and name.end <= sentence.end and found in {gender, None}:
            yield _Candidate(name.root.i, mention.entity_id, found, _is_subject(name.root))
    for at, found in gendered_nouns(doc, sentence.start, sentence.end, taken):
        if at not in quoted and found == gender:
            yield _Candidate(at, None, found, _is_subject(doc[at]))


def _gender(doc: "Doc", index: EntityIndex, entity_id: str) -> str | None:
    if entity_id not in index.genders:  # asked for at each pronoun, it takes a look at every mention
        mentions = (covering(doc, m.start_char, m.end_char) for m in index.mentions_of(entity_id))
        index.genders[entity_id] = gender_of(index.entities[entity_id].name, mentions)
    return index.genders[entity_id]


def _is_subject(root: "Token") -> bool:
    return root.dep_ in SUBJECTS or (root.dep_ == "appos" and root.head.dep_ in SUBJECTS)


def _goes_on(sentence: "Span", pronoun: "Token", quoted: Set[int]) -> bool:
    """Tell whether a sentence has the same pronoun as subject: who is meant stands before it then."""
    return any(t.lower_ == pronoun.lower_ and t.dep_ in SUBJECTS and t.i not in quoted for t in sentence)


def _spoke_last(doc: "Doc", index: EntityIndex, before: Sequence[str], gender: str) -> str | None:
    persons = [one for one in before[::-1][:LAST_SPEAKERS] if index.entities[one].kind == "person"]
    return next((one for one in persons if _gender(doc, index, one) in {gender, None}), None)
