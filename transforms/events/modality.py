"""Say whether what a trigger tells has happened, happens or is to come, and whether it does at all."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.events.triggers import Trigger
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
}

ASKED_FOR = {
    "request", "demand", "call", "plan", "proposal", "offer", "effort", "attempt", "bid", "wish", "desire", "intention",
    "precedent",
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
    above = word.head if word.dep_ in {"xcomp", "ccomp", "dobj", "pcomp", "pobj"} and word.head != word else None
    while above is not None and above.pos_ == "ADP" and above.head != above:
        above = above.head
    return Modality(
        tense=_tense(trigger, verb, helpers),
        negated=_is_negated(word, verb) or (above is not None and above.lemma_ in UNDONE),
        hypothetical=bool(helpers & MAYBE)
        or _is_conditional(verb)
        or (above is not None and above.lemma_ in WISHES)
        or (verb is not None and _is_wished(verb)),
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
        if verb is not None and verb.lemma_ in AWAITS and trigger.head.i > verb.i:
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
