"""Say whether what a trigger tells has happened, happens or is to come, and whether it does at all."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transforms.events.announced import FRIENDLY
from transforms.events.possible import (
    MAYBE,
    WILL,
    helpers_of,
    is_alleged,
    is_finite,
    is_over_possible,
    is_polite,
    is_wished,
    shared_helpers,
)
from transforms.events.subjects import ASIDE, WITNESSES
from transforms.events.tenses import SUBJECTS, is_dated, is_told_by, tense_of
from transforms.events.triggers import Trigger
from transforms.parsing.syntax import CALLS, IN_A_CALL, ends_or_not, verb_above

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

IFS = {"if", "unless", "whether"}
UNDONE = {"deny", "fail", "prevent", "avoid", "avert", "refuse", "decline", "refrain", "abstain", "short", "recuse"}
"""Words that say of what stands under them that it is not done; short of doing it."""

NOT_ONLY = {"only", "just", "merely", "simply", "even", "yet", "doubt"}
"""Adverbs that a negation before them is of."""

BELIEVES = {"believe", "suspect"}
"""Verbs of which the clause is what nobody vouches for: they believe that he killed them."""

KEEPS = {"implement", "observe", "respect", "honor", "honour", "fulfil", "fulfill", "violate", "breach", "enforce"}
"""Verbs of which the object is there, whether one does it or not: do not implement the agreement."""

WHILE = {"during", "after", "following", "since", "amid", "despite"}

NOBODY = {"nobody", "none", "neither", "no-one"}


@dataclass(frozen=True, slots=True)
class Modality:
    """Tense (past, present or future), and whether an event is denied, or only possible."""

    tense: str
    negated: bool
    hypothetical: bool


def modality_of(trigger: Trigger) -> Modality:
    """Return how the sentence speaks of an event."""
    word = trigger.head
    verb = word if not trigger.is_noun else verb_above(word) if not is_dated(word) else None
    helpers = shared_helpers(verb) if verb is not None and not _could_not(verb) else set()
    above = _above(word)
    is_told = not trigger.is_noun or verb is None or is_told_by(word, verb)
    return Modality(
        tense=tense_of(trigger, verb),
        negated=_is_negated(word, verb if is_told and not _is_kept(word, verb) else None)
        or (word.dep_ == "acomp" and any(map(_is_negation, word.head.children)))
        or _is_replaced(word)
        or (above is not None and above.lemma_ in UNDONE),
        hypothetical=not (verb is not None and is_polite(verb))
        and (
            (bool(helpers & MAYBE) and (is_told or not _is_before(word, verb)))
            or (is_told and (_is_conditional(verb) or (word.dep_ == "xcomp" and _is_conditional(above))))
            or (not trigger.is_noun and _has_condition(trigger))
            or is_alleged(word)
            or _is_asked(word)
            or _is_of_prospect(word)
            or (above is not None and _is_under_possible(word, above))
            or (verb is not None and (is_told or word.dep_ not in SUBJECTS) and not _is_when(word) and is_wished(verb))
        ),
    )


def as_agreed(trigger: Trigger, modality: Modality) -> Trigger:
    """Return what is to come of friendly acts as an agreement: is expected to visit Peru, not will have helped it."""
    is_to_come = modality.tense == "future" and not modality.negated and not trigger.is_noun
    if is_to_come and trigger.event_type in FRIENDLY - {"CONCEDE"} and "have" not in helpers_of(trigger.head):
        return replace(trigger, event_type="AGREE")
    return trigger


def _is_under_possible(word: "Token", above: "Token") -> bool:
    """Whether what a word hangs on is a wish or a belief; who suggests that it was so does not propose it."""
    if above.lemma_ == "suggest" and word.dep_ == "ccomp" and is_finite(word):
        return False
    return is_over_possible(above) or (word.dep_ == "ccomp" and above.lemma_ in BELIEVES)


def _is_kept(word: "Token", verb: "Token | None") -> bool:
    """Whether a verb is of keeping or seeing what a noun tells: they do not observe the agreement; saw no request."""
    return verb is not None and word.dep_ == "dobj" and verb.lemma_ in WITNESSES | KEEPS


def _could_not(verb: "Token") -> bool:
    """Whether somebody was not able to do something, which is no possibility: could not be deported."""
    return "could" in helpers_of(verb) and any(child.dep_ == "neg" for child in verb.lefts)


def _is_of_prospect(word: "Token") -> bool:
    """Whether a noun tells what something may come of: prospects for the development of cooperation."""
    at = word
    while at.dep_ == "pobj" and at.head.dep_ == "prep" and at.head.head.pos_ == "NOUN":
        at = at.head.head
        if at.lemma_ in {"prospect", "possibility", "likelihood"} or (at.lemma_ in {"case", "event"} and _is_in(at)):
            return True
    return False


def _is_in(noun: "Token") -> bool:
    """Whether a noun stands behind `in`: in the case of an agreement."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "in"


def _is_asked(word: "Token") -> bool:
    """Whether a sentence only asks whether it is so, has Lima agreed; who asks why takes it for a fact."""
    sentence = word.sent
    if all(token.text != "?" for token in word.doc[max(sentence.start, sentence.end - 2) : sentence.end]):
        return False
    return not any(token.tag_.startswith("W") for token in sentence)


def _is_before(word: "Token", verb: "Token | None") -> bool:
    """Whether what is possible is said of a noun or beside it: the attack may delay it; at the summit they must act."""
    return word.dep_ in SUBJECTS or (word.dep_ == "pobj" and verb is not None and word.i < verb.i)


def _is_when(word: "Token") -> bool:
    """Whether an event is only when something else is wished or tried: seek to make friends at their meeting."""
    return word.dep_ == "pobj" and word.head.lower_ in WHILE


def _above(word: "Token") -> "Token | None":
    """Return what a word hangs on as its object or clause, across prepositions; None beside it: after the meeting."""
    above = word.head if word.dep_ in {"xcomp", "ccomp", "dobj", "pcomp", "pobj"} and word.head != word else None
    if above is not None and above.lemma_ in CALLS and (word.dep_ in {"ccomp", "dobj"} or word.lemma_ in IN_A_CALL):
        return None  # called the raid a mistake; called him to offer help
    while above is not None and above.pos_ == "ADP" and above.head != above:
        if above.lower_ in ASIDE | {"by"}:
            return None  # avoided conflicts by resigning
        above = above.head
    return above


def _is_replaced(word: "Token") -> bool:
    """Whether something else is done: instead of withdrawing, without attacking."""
    if word.dep_ == "pobj" and word.head.lower_ == "than":
        return any(child.lower_ == "rather" for child in word.head.lefts)
    if word.dep_ != "pcomp":
        return False
    return word.head.lower_ == "without" or any(
        child.lower_ == "instead" for child in (word.head.head, *word.head.lefts)
    )


def _is_negated(word: "Token", verb: "Token | None") -> bool:
    own = any(child.dep_ == "neg" or child.lower_ in {"no", "never"} for child in word.children)
    return own or (verb is not None and (any(map(_is_negation, verb.children)) or _is_still_to_do(verb)))


def _is_still_to_do(verb: "Token") -> bool:
    """Whether an infinitive is of what nobody did, or still has to do: no court tried to [sue]; has yet to [agree]."""
    above = verb.head if verb.dep_ == "xcomp" else None
    return above is not None and any(_is_nobody(child) or child.lower_ == "yet" for child in above.children)


def _is_negation(child: "Token") -> bool:
    """Whether a word beside a verb negates it: did not, did not at first; nobody did; but: did not only say it."""
    if child.dep_ == "advmod" and child.lower_ not in {*NOT_ONLY, "matter"}:  # no matter how
        return any(inner.dep_ == "neg" for inner in child.lefts)
    return (child.dep_ == "neg" and not ends_or_not(child)) or _is_nobody(child)


def _is_nobody(subject: "Token") -> bool:
    """Whether a subject says that there is none: no group, nobody, none of them."""
    is_none = subject.lower_ in NOBODY or any(child.lower_ in {"no", "neither"} for child in subject.lefts)
    return is_none and subject.dep_ in {"nsubj", "nsubjpass"}


def _has_condition(trigger: Trigger) -> bool:
    """Whether something will be done if something else is so; a threat or a promise on a condition is one now."""
    verb = trigger.head
    is_announced = trigger.entry is None or trigger.entry.event_type != trigger.event_type
    if is_announced or not helpers_of(verb) & {*WILL, "would"}:
        return False
    return any(child.dep_ == "advcl" and _is_conditional(child) for child in verb.children)


def _is_conditional(verb: "Token | None") -> bool:
    """Whether a verb stands behind `if`; what is so even if it does not help is so."""
    marks = [child for child in verb.lefts if child.dep_ == "mark"] if verb is not None else []
    return any(mark.lower_ in IFS and not (mark.i and mark.nbor(-1).lower_ == "even") for mark in marks)
