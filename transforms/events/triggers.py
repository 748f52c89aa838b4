"""Find the words that tell events: verbs, verbs with what they take, and nouns, by PLOVER's types."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transforms.events.agency import acts
from transforms.events.announced import FRIENDLY, HOSTILE, announced
from transforms.events.gifts import is_other_gift
from transforms.events.noun_senses import is_other_noun
from transforms.events.other_objects import is_only_named
from transforms.events.possible import helpers_of
from transforms.events.raids import is_other_raid
from transforms.events.request_senses import obliged_by
from transforms.events.sectors import sector_of_word
from transforms.events.senses import is_no_deed, particle_of, says_otherwise
from transforms.events.sentences import words_of_sentence
from transforms.events.subjects import PREVENTS, WITNESSES
from transforms.events.taken import PLACES, is_only_beside, taken_by, taken_by_word
from transforms.events.trigger_lexicon import PLACE, Entry, triggers
from transforms.parsing.syntax import is_joining_hyphen, subject_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token


SPEAKS = {"REQUEST", "THREATEN", "REJECT", "ACCUSE", "AGREE"}
"""Types of which a clause says what is asked for, threatened, …"""

SAYS = {
    "say", "tell", "reiterate", "conclude", "insist", "state", "add", "declare", "stress", "remind", "warn",
    "emphasize",
}  # fmt: skip
INTENDS = {
    "vow", "pledge", "promise", "plan", "prepare", "intend", "swear", "consider", "offer", "aim", "expect", "commit",
    "willing", "ready", "prepared", "determined", "poised", "set",
}  # fmt: skip
"""Words before an infinitive that make an intention of what it tells."""

PASSIVE_OR_PARTICLE = {"set": {"prt"}, "expect": {"auxpass"}, "prepare": {"dobj"}, "plan": {"dobj"}}
"""What beside these verbs makes no intention of them."""

SAME_TAKEN = {"warning", "vigil", "discussion", "investigation", "relief", "rally", "march", "aid", "explosive"}
"""Nouns that have their other senses behind a verb of the lexicon too."""

WITH_WHERE = {"PROTEST", "CONSULT", "COOPERATE"}
"""Types of which what a verb takes may only be where it is done: praised at a rally, safety at every link."""

NEAR = 8
"""Tokens from a verb to a word it takes that still read as one phrase, by the look of some hundred triggers."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that tell an event: its type, the word that decides, the tokens [start, end) around it, its entry.

    `entry` is None where no single word of the lexicon tells it: said that others must act.
    """

    event_type: str
    head: "Token"
    start: int
    end: int
    entry: Entry | None = None

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells the event."""
        return self.head.pos_ not in {"VERB", "AUX", "ADJ"}

    @property
    def deed_type(self) -> str:
        """The type of what is done, also where it is only announced: AID of help that is agreed on."""
        return self.entry.event_type if self.entry else self.event_type


def find_triggers(doc: "Doc") -> Iterator[Trigger]:
    """Yield the triggers of a parsed text, in reading order; of a verb and its infinitive, the verb alone."""
    inside: set[int] = set()
    telling = _telling_words()
    found = {i for i, lemma in enumerate(doc.lemmas) if lemma in telling}
    found |= {i for i, word in enumerate(doc.lowers) if word in telling}
    for i in sorted(found):
        if i in inside:
            continue
        token = doc.tokens[i]
        trigger = _verbal(token) if token.pos_ in {"VERB", "AUX", "ADJ"} else _nominal(token)
        if trigger:
            if not trigger.is_noun:
                inside.update(t.i for child in _told_with(trigger) for t in child.subtree)
                inside.update(t.i for t in doc[trigger.start : trigger.end] if not _is_broken_up(trigger, t))
            yield trigger


@cache
def _telling_words() -> frozenset[str]:
    """Return the words, in lower case, of which an event has one: those of the lexicon, and of saying and intending."""
    return frozenset({word for _, word in triggers()} | SAYS | INTENDS | {"decide"})


def _is_broken_up(trigger: Trigger, token: "Token") -> bool:
    """Whether a word inside a trigger tells a protest of its own, which the trigger puts an end to."""
    entry = noun_entry(token) if trigger.event_type == "COERCE" else None
    return entry is not None and entry.event_type == "PROTEST"


def _told_with(trigger: Trigger) -> "Iterator[Token]":
    """Yield the clauses under a verb that tell what it is about, and no event of their own."""
    yield from _infinitives(trigger.head)
    if trigger.event_type in SPEAKS:
        yield from (child for child in trigger.head.rights if child.dep_ == "ccomp")
        yield from (inner for child in trigger.head.rights for inner in child.children if inner.dep_ == "pcomp")


def _verbal(verb: "Token") -> Trigger | None:
    if verb.lemma_ in SAYS and obliged_by(verb) is not None:
        return Trigger("REQUEST", verb, verb.i, verb.i + 1)  # said that others must act
    if is_no_deed(verb) or _only_promises(verb) or _only_schedules(verb):
        return None  # an attacking style, a fighting spirit
    intended = _intended(verb)
    if intended:
        return intended
    entry, matched = _entry(verb)
    return _spanning(announced(entry.event_type, verb), verb, matched, entry) if entry else None


def _only_promises(verb: "Token") -> bool:
    """Whether something is likely to be so: the project promises to be large."""
    subject = subject_of(verb) if verb.lemma_ in {"promise", "threaten"} else None
    if subject is None or subject.pos_ != "NOUN" or acts(subject):
        return False
    return any(infinitive.lemma_ in {"be", "become"} for infinitive in _infinitives(verb))


def _only_schedules(verb: "Token") -> bool:
    """Whether a passive says when somebody does what its infinitive tells: is scheduled to hold talks."""
    is_passive = verb.lemma_ in {"schedule", "slate"} and any(child.dep_ == "auxpass" for child in verb.lefts)
    return is_passive and any(True for _ in _infinitives(verb))


def _entry(verb: "Token") -> "tuple[Entry | None, Token | None]":
    """Return the first entry of the lexicon that fits a verb and what it takes, with the last word taken."""
    known = triggers().get(("verb", verb.lemma_.lower())) or triggers().get(("verb", verb.lower_), ())
    if not known:
        return None, None
    words = words_of_sentence(verb)
    entries = [entry for entry in known if entry.may_match(words)]
    taken = taken_by_word(verb) if entries and entries[0].takes else {}
    for entry in entries:
        found = entry.match(taken)
        if found is not None and (particle := particle_of(verb)) is not None and particle not in found:
            continue
        if found is None or is_other_gift(entry.event_type, found) or is_only_named(entry.event_type, found):
            continue
        if entry.event_type in WITH_WHERE and any(is_only_beside(token, verb) for token in found):
            continue
        if any(token.lemma_ in SAME_TAKEN and is_other_noun(token) for token in found):
            continue  # issued a flood warning, attended a vigil for the dead
        if is_other_raid(verb, entry.event_type):
            continue
        if not says_otherwise(verb, entry.event_type, alone=not entry.takes):
            return entry, max((token for token in found if token.i > verb.i), key=lambda token: token.i, default=None)
    return None, None


def _intended(verb: "Token") -> Trigger | None:
    """Return what someone intends by a verb and its infinitive: vowed to attack; agreed to meet; is willing to send."""
    for infinitive in _infinitives(verb):
        lemma = verb.lemma_.lower()
        if lemma in {"decide", *INTENDS} and any(child.dep_ == "neg" for child in infinitive.lefts):
            continue  # decided not to strike
        if any(child.dep_ in PASSIVE_OR_PARTICLE.get(lemma, ()) for child in verb.children) or (
            lemma == "expect" and any(child.dep_ == "nsubj" for child in infinitive.lefts)
        ):
            continue  # a fund set up to help; it is expected to be there; prepares a raid; expects others to meet
        if lemma in INTENDS and "have" in helpers_of(infinitive):
            continue  # was determined to have been there
        own = _entry(verb)[0] if verb.pos_ == "VERB" else None
        meant = _entry(infinitive)[0] or _told_by_noun(infinitive)
        if lemma == "decide" and meant:
            return _spanning(meant.event_type, verb, _last_word(infinitive))
        if lemma in INTENDS and meant and meant.event_type in HOSTILE:
            return _spanning("THREATEN", verb, _last_word(infinitive))
        if lemma in INTENDS and ((meant and meant.event_type in FRIENDLY) or own):
            return _spanning("AGREE", verb, _last_word(infinitive))
        if own:
            return _spanning(announced(own.event_type, verb), verb, _last_word(infinitive), own)
    return None


def _told_by_noun(infinitive: "Token") -> Entry | None:
    """Return what an infinitive tells by its object: to persist in their [attacks]."""
    if infinitive.lemma_ in WITNESSES | PREVENTS | {"drop", "abandon", "cancel"}:
        return None  # to end the attacks
    found = (noun_entry(token) for token in taken_by(infinitive) if _is_object(token, infinitive))
    return next((entry for entry in found if entry), None)


def _is_object(token: "Token", verb: "Token") -> bool:
    is_about = token.head.lower_ in {"into", "about", "over"}  # an inquiry into the killings
    return token.head == verb or (token.dep_ == "pobj" and token.head.head == verb and not is_about)


def _infinitives(verb: "Token") -> "Iterator[Token]":
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and any(k.tag_ == "TO" for k in child.lefts):
            yield child


def _last_word(infinitive: "Token") -> "Token":
    """Return the last word of an infinitive with its object: to establish working [groups], to stay [away]."""
    for child in infinitive.rights:
        if child.dep_ == "dobj" or (child.dep_ in {"advmod", "prt"} and child.i == infinitive.i + 1):
            return child
    inner = (grandchild for child in infinitive.rights if child.dep_ == "prep" for grandchild in child.rights)
    return next((token for token in inner if token.dep_ == "pobj"), infinitive)


def _nominal(noun: "Token") -> Trigger | None:
    entry = noun_entry(noun)
    if entry is None or noun.dep_ == "compound" or is_other_noun(noun) or _is_second_part(noun):
        return None
    start = noun.i
    while start > 0 and noun.doc[start - 1].dep_ in {"amod", "compound"} and not noun.doc[start - 1].ent_type_:
        start -= 1
    return Trigger(entry.event_type, noun, start, noun.i + 1, entry)


def _is_second_part(noun: "Token") -> bool:
    """Whether a hyphen joins a noun to one of people before it, which says for whom a thing is: driver-assistance."""
    if noun.i < 2 or not is_joining_hyphen(noun.nbor(-1)):
        return False
    first = noun.nbor(-2)
    return not first.ent_type_ and sector_of_word(first.lemma_.lower()) is not None


def noun_entry(noun: "Token") -> Entry | None:
    """Return the first entry of the lexicon that fits a noun and the words before it."""
    entries = triggers().get(("noun", noun.lemma_.lower()), ()) if noun.pos_ == "NOUN" else ()
    if not entries:
        return None
    before = {child.lemma_.lower(): child for child in noun.lefts}
    for of in noun.rights:  # the explosion of a landmine is a landmine explosion
        if of.lower_ == "of":
            before |= {child.lemma_.lower(): child for child in of.children if child.dep_ == "pobj"}
    before |= {child.lemma_: child for child in noun.rights if child.dep_ == "relcl"}  # a raid that killed two
    if names := [child for child in noun.lefts if child.ent_type_ in {*PLACES, "NORP"}]:
        before[PLACE] = names[0]
    fitting = (entry for entry in entries if entry.match(before) is not None)
    return next((entry for entry in fitting if not is_other_raid(noun, entry.event_type)), None)


def _spanning(event_type: str, head: "Token", other: "Token | None", entry: Entry | None = None) -> Trigger:
    """Return a trigger from its head to another word after it; of a word before it or far off, the head alone."""
    is_near = other is not None and head.i < other.i <= head.i + NEAR
    return Trigger(event_type, head, head.i, other.i + 1 if other is not None and is_near else head.i + 1, entry)
