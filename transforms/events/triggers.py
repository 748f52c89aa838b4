"""Find the words that tell events: verbs, verbs with what they take, and nouns, by PLOVER's types."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


HOSTILE = {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "REJECT", "PROTEST", "THREATEN", "RETREAT"}
FRIENDLY = {"AID", "SUPPORT", "AGREE", "COOPERATE", "CONSULT", "CONCEDE"}
"""Types of which an announcement is a threat, and those of which it is a promise."""

SPEAKS = {"REQUEST", "THREATEN", "REJECT", "ACCUSE", "AGREE"}
"""Types of which a clause says what is asked for, threatened, …"""

WILL = {"will", "shall", "wo"}
MODALS = {"will", "shall", "wo", "would", "may", "could"}
SAYS = {
    "say",
    "tell",
    "reiterate",
    "conclude",
    "insist",
    "state",
    "add",
    "declare",
    "stress",
    "remind",
    "warn",
    "emphasize",
}
OBLIGES = {"must", "should"}

INTENDS = {
    "vow", "pledge", "promise", "plan", "prepare", "intend", "swear", "consider", "offer", "aim", "expect", "commit",
    "willing", "ready", "prepared", "determined", "poised", "set",
}  # fmt: skip
"""Words before an infinitive that make an intention of what it tells."""

NEAR = 8
"""Tokens from a verb to a word it takes that still read as one phrase, by the look of some hundred triggers."""

CLAUSES = {"relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "nsubj", "nsubjpass", "conj", "cc", "punct"}
"""Where what a verb takes ends."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that tell an event: its type, the word that decides, and the tokens [start, end) around it."""

    event_type: str
    head: "Token"
    start: int
    end: int

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells the event."""
        return self.head.pos_ not in {"VERB", "AUX", "ADJ"}


@dataclass(frozen=True, slots=True)
class _Entry:
    event_type: str
    takes: frozenset[str]


def find_triggers(doc: "Doc") -> Iterator[Trigger]:
    """Yield the triggers of a parsed text, in reading order; of a verb and its infinitive, the verb alone."""
    inside: set[int] = set()
    for token in doc:
        if token.i in inside:
            continue
        trigger = _verbal(token) if token.pos_ in {"VERB", "AUX", "ADJ"} else _nominal(token)
        if trigger:
            if not trigger.is_noun:
                inside.update(t.i for child in _told_with(trigger) for t in child.subtree)
                inside.update(range(trigger.start, trigger.end))
            yield trigger


def _told_with(trigger: Trigger) -> "Iterator[Token]":
    """Yield the clauses under a verb that tell what it is about, and no event of their own."""
    yield from _infinitives(trigger.head)
    if trigger.event_type in SPEAKS:
        yield from (child for child in trigger.head.rights if child.dep_ == "ccomp")
        yield from (inner for child in trigger.head.rights for inner in child.children if inner.dep_ == "pcomp")


def _verbal(verb: "Token") -> Trigger | None:
    if verb.lemma_ in SAYS and any(_helpers(child) & OBLIGES for child in verb.rights if child.dep_ == "ccomp"):
        return Trigger("REQUEST", verb, verb.i, verb.i + 1)  # said that others must act
    intended = _intended(verb)
    if intended:
        return intended
    entry, matched = _entry(verb)
    return _spanning(_announced(entry.event_type, verb), verb, matched) if entry else None


def _announced(event_type: str, verb: "Token") -> str:
    """Return the type of what is only announced: AGREE of help that will come, THREATEN of force that may be used."""
    helpers = _helpers(verb)
    if event_type in FRIENDLY and helpers & WILL:
        return "AGREE"
    return "THREATEN" if event_type in HOSTILE and helpers & MODALS else event_type


def _helpers(verb: "Token") -> set[str]:
    return {child.lemma_.lower() for child in verb.lefts if child.dep_ == "aux"}


def _entry(verb: "Token") -> "tuple[_Entry | None, Token | None]":
    """Return the first entry of the lexicon that fits a verb and what it takes, with the word taken."""
    entries = triggers().get(("verb", verb.lemma_.lower()), ())
    if not entries:
        return None, None
    taken: dict[str, Token] = {}
    for token in _taken(verb):
        taken.setdefault(token.lemma_.lower(), token)
        taken.setdefault(token.lower_, token)
    for entry in entries:
        found = [taken[word] for word in entry.takes if word in taken]
        if found or not entry.takes:
            return entry, max(found, key=lambda token: token.i, default=None)
    return None, None


def _taken(verb: "Token") -> "Iterator[Token]":
    """Yield the words that a verb takes: objects, what its prepositions govern, particles, the subject of a passive."""
    under = [child for child in verb.children if child.dep_ not in CLAUSES]
    under += [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    yield from (child for child in verb.rights if child.dep_ in {"ccomp", "xcomp"})
    while under:
        token = under.pop()
        yield token
        under += [child for child in token.children if child.dep_ not in CLAUSES - {"conj"}]


def _intended(verb: "Token") -> Trigger | None:
    """Return what someone intends by a verb and its infinitive: vowed to attack; agreed to meet; is willing to send."""
    for infinitive in _infinitives(verb):
        lemma = verb.lemma_.lower()
        own = _entry(verb)[0] if verb.pos_ == "VERB" else None
        meant = _entry(infinitive)[0] or _told_by_noun(infinitive)
        if lemma == "decide" and meant:
            return _spanning(meant.event_type, verb, _last_word(infinitive))
        if lemma in INTENDS and meant and meant.event_type in HOSTILE:
            return _spanning("THREATEN", verb, _last_word(infinitive))
        if lemma in INTENDS and ((meant and meant.event_type in FRIENDLY) or own):
            return _spanning("AGREE", verb, _last_word(infinitive))
        if own:
            return _spanning(_announced(own.event_type, verb), verb, _last_word(infinitive))
    return None


def _told_by_noun(infinitive: "Token") -> _Entry | None:
    """Return what an infinitive tells by its object: to persist in their [attacks]."""
    for token in _taken(infinitive):
        entries = triggers().get(("noun", token.lemma_.lower())) if token.pos_ == "NOUN" else None
        if entries:
            return entries[0]
    return None


def _infinitives(verb: "Token") -> "Iterator[Token]":
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and any(k.tag_ == "TO" for k in child.lefts):
            yield child


def _last_word(infinitive: "Token") -> "Token":
    """Return the last word of an infinitive with its object: to establish working [groups]."""
    for child in infinitive.rights:
        if child.dep_ == "dobj":
            return child
    inner = (grandchild for child in infinitive.rights if child.dep_ == "prep" for grandchild in child.rights)
    return next((token for token in inner if token.dep_ == "pobj"), infinitive)


def _nominal(noun: "Token") -> Trigger | None:
    entries = triggers().get(("noun", noun.lemma_.lower())) if noun.pos_ == "NOUN" else None
    if not entries or noun.dep_ == "compound":
        return None
    start = noun.i
    while start > 0 and noun.doc[start - 1].dep_ in {"amod", "compound"} and not noun.doc[start - 1].ent_type_:
        start -= 1
    return Trigger(entries[0].event_type, noun, start, noun.i + 1)


def _spanning(event_type: str, head: "Token", other: "Token | None") -> Trigger:
    """Return a trigger from its head to another word after it; of a word before it or far off, the head alone."""
    is_near = other is not None and head.i < other.i <= head.i + NEAR
    return Trigger(event_type, head, head.i, other.i + 1 if other is not None and is_near else head.i + 1)


@cache
def triggers() -> dict[tuple[str, str], tuple[_Entry, ...]]:
    """Return the entries of the lexicon by kind of word and lemma, those that take something first."""
    found: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for event_type, kind, words, takes in lexicon_rows("event_triggers.tsv"):
        for word in words.split("|"):
            found[kind, word].append(_Entry(event_type, frozenset(takes.split("|")) - {""}))
    return {key: tuple(sorted(entries, key=lambda entry: not entry.takes)) for key, entries in found.items()}
