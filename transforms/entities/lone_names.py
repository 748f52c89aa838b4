"""What a name of one word is that the model takes for a person's, where the article has no fuller name for it.

Such a name is a town's, a firm's or a product's more often than a person's, so that it needs a sign of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from transforms.entities.aliases import NOBODY
from transforms.entities.candidate import NameCandidate
from transforms.entities.gender import first_names, gendered_words
from transforms.entities.name_forms import is_title
from transforms.entities.roles import find_role
from transforms.entities.told_persons import CALLINGS, is_of_kin
from transforms.entities.told_places import LARGE, REGIONS, is_city
from transforms.lexicons.gazetteer import look_up
from transforms.lexicons.tables import lexicon_terms

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

ACTS = {
    "say", "tell", "add", "ask", "explain", "write", "argue", "think", "believe", "know", "feel", "hope", "want",
    "speak", "talk", "reply", "admit", "insist", "recall", "remember", "smile", "laugh", "cry", "die", "live", "marry",
    "grow", "study", "work", "walk", "run", "wear", "meet", "visit", "resign", "tweet", "note", "stress", "vow",
    "pledge", "promise", "claim", "deny", "warn", "urge", "accuse", "insult", "praise", "score", "sing", "play",
    "graduate", "retire", "appoint", "nominate", "arrest", "charge", "convict", "jail", "acquit", "stab", "shoot",
    "defeat", "beat", "win", "lose", "elect", "oust", "impeach", "assassinate", "kill", "bear", "name", "quote",
}  # fmt: skip
"""Verbs of which a person is the subject, or the object, more often than a town or a thing."""

LIFE = {
    "book", "speech", "death", "life", "career", "lawyer", "supporter", "resignation", "victory", "admission", "help",
    "arrest", "visit", "rival", "predecessor", "successor", "novel", "funeral", "body", "home", "remark", "comment",
}  # fmt: skip
"""What a person has more often than a town or a firm: Berg's speech."""

CREDITS = {"image", "photo", "photograph", "picture", "illustration", "credit", "credits", "video"}
"""Words before a colon and whose work it is."""

SMALL_TOWN = 5_000
"""Inhabitants of a town that a name which is no first name means rather than a person or a firm."""

CAPITAL = "PPLC"
"""The kind of a capital at GeoNames."""

GOVERNS = {"administration", "presidency", "government", "campaign", "era", "regime", "family", "clan", "cabinet"}
"""Nouns right after the name of one who governs: the Berg administration."""

LYING = {"in", "near", "outside", "around", "from", "to", "at", "between", "through", "across"}
"""Prepositions before a place."""


def told_alone(
    doc: "Doc", names: Sequence[NameCandidate], kinds: Mapping[str, str], full_names: Mapping[str, str]
) -> dict[str, str]:
    """Return what the lone names of persons are that nothing tells a person's, by key: a kind, or NOBODY.

    It assumes that a town is meant by its bare name rather than somebody called so: a large one, a region, or, where no
    first name, one of some thousands; a smaller one behind a preposition of place. What no gazetteer knows may be
    anything, and is left out. Persons known to all need no sign.
    """
    longer = {full for short, full in full_names.items() if short != full}
    found: dict[str, str] = {}
    for key, mentions in _lone_persons(names, kinds):
        text = mentions[0].text
        if key in longer or full_names.get(key, key) != key or text in _known_persons():
            continue
        if any(_is_told_person(doc, name) for name in mentions):
            continue
        if _is_meant(text) or (look_up(text) and any(_is_behind_place_word(doc, name) for name in mentions)):
            found[key] = "place"
        elif _is_of_several(doc, mentions[0]):
            found[key] = "organization"
        elif key not in first_names():
            found[key] = "place" if is_city(text, SMALL_TOWN) else NOBODY
    return found


def _is_meant(text: str) -> bool:
    """Whether a name is a large city's or a region's; by a former name only a capital goes: Kiev, but not Stalin."""
    return any(
        (entry.is_settlement and entry.population >= LARGE and (not entry.alternate or entry.feature_code == CAPITAL))
        or entry.feature_code in REGIONS
        for entry in look_up(text)
        if not entry.foreign
    )


def _lone_persons(
    names: Sequence[NameCandidate], kinds: Mapping[str, str]
) -> Iterator[tuple[str, list[NameCandidate]]]:
    mentions: dict[str, list[NameCandidate]] = {}
    for name in names:
        if kinds[name.key] == "person" and " " not in name.key:
            mentions.setdefault(name.key, []).append(name)
    yield from mentions.items()


def _is_of_several(doc: "Doc", name: NameCandidate) -> bool:
    """Whether a name is a plural, as no person's is: the Foxes won."""
    is_behind_article = name.start > 0 and doc[name.start - 1].lower_ == "the" and name.text.endswith("s")
    return is_behind_article or doc[name.start].tag_ == "NNPS"


def _is_told_person(doc: "Doc", name: NameCandidate) -> bool:
    """Whether a title, kin or an office stands beside a name, or it does what persons do."""
    before = doc[name.start - 1] if name.start else None
    after = doc[name.end] if name.end < len(doc) else None
    root = doc[name.start : name.end].root
    if before is not None and (is_title(before.text) or before.lower_ in gendered_words() or is_of_kin(name, before)):
        return True
    if before is not None and before.text == ":" and before.i and before.nbor(-1).lower_ in CREDITS:
        return True
    if after is not None and after.lower_ in GOVERNS and root.head == after:
        return True
    if root.dep_ == "poss" and (root.head.lemma_ in LIFE or root.head.lower_ in gendered_words()):
        return True
    return _acts(root) or _has_office(doc, name)


def _acts(root: "Token") -> bool:
    at = root
    while at.dep_ == "conj" and at.head != at:
        at = at.head
    return at.dep_ in {"nsubj", "nsubjpass", "dobj"} and at.head.lemma_ in ACTS


def _has_office(doc: "Doc", name: NameCandidate) -> bool:
    role = find_role(doc, name.start, name.end)
    return role is not None and any(token.lemma_.lower() in CALLINGS for token in doc[role[0] : role[1]])


def _is_behind_place_word(doc: "Doc", name: NameCandidate) -> bool:
    before = doc[name.start - 1] if name.start else None
    return before is not None and before.lower_ in LYING and before.tag_ in {"IN", "TO"}


@cache
def _known_persons() -> frozenset[str]:
    return frozenset(lexicon_terms("known_persons.txt"))
