"""Say whether what a trigger tells has happened, happens or is to come, and whether it does at all."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.events.subjects import ASIDE
from transforms.events.triggers import Trigger
from transforms.events.violence import HAPPENS
from transforms.parsing.syntax import verb_above

if TYPE_CHECKING:
    from spacy.tokens import Token

COMES = {
    "upcoming",
    "forthcoming",
    "planned",
    "future",
    "next",
    "proposed",
    "expected",
    "scheduled",
    "coming",
    "looming",
}
AWAITS = {"precede", "await", "plan", "schedule", "anticipate", "propose", "expect", "prepare"}
"""Verbs of which the object is still to come."""

MAYBE = {"may", "might", "could", "would", "can", "should", "must"}
IFS = {"if", "unless", "whether"}
UNDONE = {"deny", "fail", "prevent", "avoid", "avert", "rule", "refuse", "decline"}
"""Verbs that say of what stands under them that it is not done."""

UNDER = {"xcomp", "advcl", "pcomp", "conj", "acl", "ccomp"}
"""How an infinitive or participle hangs on the verb that carries its tense."""

SUBJECTS = {"nsubj", "nsubjpass"}

NOBODY = {"nobody", "none", "neither", "no-one"}

WISHES = {
    "want",
    "hope",
    "try",
    "seek",
    "consider",
    "attempt",
    "need",
    "call",
    "urge",
    "ask",
    "demand",
    "plan",
    "propose",
    "mind",
    "expect",
    "encourage",
    "persuade",
    "convince",
    "recommend",
    "press",
    "push",
    "beg",
    "aim",
    "intend",
    "wish",
    "like",
    "ought",
}

ASKED_FOR = {
    "request", "demand", "call", "plan", "proposal", "offer", "effort", "attempt", "bid", "wish", "desire", "intention",
    "precedent", "plot", "conspiracy", "scheme", "pledge", "promise", "vow", "need",
    "authority", "right", "ability", "power", "chance", "opportunity", "willingness", "readiness", "permission",
}  # fmt: skip
"""Nouns before an infinitive that is only possible: requests to detain, the right to protest."""


@dataclass(frozen=True, slots=True)
class Modality:
    """Tense (past, present or future), and whether an event is denied, or only possible."""

    tense: str
    negated: bool
    hypothetical: bool


def modality_of(trigger: Trigger) -> Modality:
    """Return how the sentence speaks of an event."""
    word = trigger.head
    verb = verb_above(word) if trigger.is_noun else word
    helpers = _helpers(verb) if verb is not None else set()
    above = _above(word)
    is_told = not trigger.is_noun or verb is None or _is_told_by(word, verb)
    return Modality(
        tense=_tense(trigger, verb, helpers),
        negated=_is_negated(word, verb if is_told else None)
        or _is_replaced(word)
        or (above is not None and above.lemma_ in UNDONE),
        hypothetical=(bool(helpers & MAYBE) and (is_told or word.dep_ not in SUBJECTS))
        or _is_conditional(verb)
        or (above is not None and above.lemma_ in WISHES)
        or (verb is not None and _is_wished(verb)),
    )


def _above(word: "Token") -> "Token | None":
    """Return what a word hangs on as its object or clause, across prepositions; None beside it: after the meeting."""
    above = word.head if word.dep_ in {"xcomp", "ccomp", "dobj", "pcomp", "pobj"} and word.head != word else None
    while above is not None and above.pos_ == "ADP" and above.head != above:
        if above.lower_ in ASIDE:
            return None
        above = above.head
    return above


def _is_told_by(noun: "Token", verb: "Token") -> bool:
    """Whether a verb says of what a noun tells that it happens: held no talks, but not: did not answer the request."""
    if noun.dep_ in SUBJECTS:
        return noun.head == verb and (verb.lemma_ in HAPPENS or verb.pos_ == "AUX")
    return noun.dep_ in {"dobj", "attr"} or (
        noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head == verb
    )


def _is_replaced(word: "Token") -> bool:
    """Whether something else is done: instead of withdrawing, without attacking."""
    if word.dep_ != "pcomp":
        return False
    return word.head.lower_ == "without" or any(
        child.lower_ == "instead" for child in (word.head.head, *word.head.lefts)
    )


def _is_wished(verb: "Token") -> bool:
    """Whether what is told by an infinitive hangs on a wish, an attempt or a bid: a bid to force the firm to pay."""
    at = verb
    while _is_infinite(at) and at.dep_ in UNDER and at.head != at:
        if any(child.dep_ == "mark" and child.lower_ == "for" for child in at.lefts):
            return True  # a precedent for him to be sued
        at = at.head
        if at.lemma_.lower() in (WISHES if at.pos_ in {"VERB", "AUX"} else ASKED_FOR):
            return True
    return False


def _is_infinite(verb: "Token") -> bool:
    return verb.tag_ in {"VB", "VBG"} or any(child.tag_ == "TO" for child in verb.lefts)


def _tense(trigger: Trigger, verb: "Token | None", helpers: set[str]) -> str:
    if trigger.is_noun:
        if any(child.lemma_ in COMES for child in trigger.head.children):
            return "future"
        if verb is not None and verb.lemma_ in AWAITS and trigger.head.i > verb.i and trigger.head.head == verb:
            return "future"
    if verb is None:
        return "past"
    if helpers & {"will", "shall", "wo"} or (verb.lemma_ == "go" and _goes_to(verb)):
        return "future"
    finite = _finite(verb)
    if finite.tag_ in {"VBD", "VBN"} or any(
        child.tag_ == "VBD" for child in finite.lefts if child.dep_.startswith("aux")
    ):
        return "past"
    return "past" if any(child.lemma_ == "have" for child in finite.lefts if child.dep_ == "aux") else "present"


def _goes_to(verb: "Token") -> bool:
    return verb.tag_ == "VBG" and any(child.dep_ == "xcomp" for child in verb.rights)


def _finite(verb: "Token") -> "Token":
    """Return the verb that carries the tense: of an infinitive or participle the one above it."""
    at = verb
    while _is_infinite(at) and at.dep_ in UNDER and at.head != at:
        if any(child.dep_ == "aux" and child.tag_ != "TO" for child in at.lefts):
            break
        if at.dep_ == "ccomp" and not any(child.tag_ == "TO" for child in at.lefts):
            break  # demanded that he go
        at = at.head if at.head.pos_ in {"VERB", "AUX"} or at.head.head == at.head else at.head.head
    return at


def _helpers(verb: "Token") -> set[str]:
    return {child.lemma_.lower() for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def _is_negated(word: "Token", verb: "Token | None") -> bool:
    own = any(child.dep_ == "neg" or child.lower_ in {"no", "never"} for child in word.children)
    return own or (verb is not None and any(child.dep_ == "neg" or _is_nobody(child) for child in verb.children))


def _is_nobody(subject: "Token") -> bool:
    """Whether a subject says that there is none: no group, nobody, none of them."""
    is_none = subject.lower_ in NOBODY or any(child.lower_ in {"no", "neither"} for child in subject.lefts)
    return is_none and subject.dep_ in {"nsubj", "nsubjpass"}


def _is_conditional(verb: "Token | None") -> bool:
    return verb is not None and any(child.dep_ == "mark" and child.lower_ in IFS for child in verb.lefts)
