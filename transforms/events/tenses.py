"""Say whether what a trigger tells is past, present or future."""

from typing import TYPE_CHECKING

from transforms.events.possible import (
    MAYBE,
    UNDER,
    WILL,
    helpers_of,
    is_infinite,
    is_over_possible,
    shared_helpers,
)
from transforms.events.subjects import DOES, ENGAGES, WITNESSES
from transforms.events.triggers import Trigger
from transforms.events.violence import DEEDS
from transforms.parsing.syntax import verb_above

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

COMES = {
    "upcoming", "forthcoming", "planned", "future", "next", "proposed", "expected", "scheduled", "coming", "looming",
    "potential", "imminent", "impending",
}  # fmt: skip

GONE = {"recent", "latest", "previous", "past"}
"""Words before what is over."""

OCCURS = {
    "take", "occur", "happen", "erupt", "break", "begin", "start", "continue", "follow", "stage", "hold", "resume",
    "escalate", "spread", "intensify", "flare", "organize",
}  # fmt: skip
"""Verbs that say of their subject that it happens; what an attack did not do, as kill anybody, leaves it done."""

AWAITS = {"precede", "await", "plan", "schedule", "anticipate", "propose", "expect", "prepare"}
"""Verbs of which the object is still to come."""

TO_COME = {
    "expect", "schedule", "slate", "plan", "intend", "set", "due", "about", "bound", "likely", "poised", "ready",
    "prepare",
}  # fmt: skip
"""Words that in the present put an infinitive into the future: is expected to resign, plans to meet."""

SOFTENS = {"mitigate", "counter", "ignore", "soften", "answer", "address"}
"""Verbs of which the object has been said or done, beside those of who sees or speaks of it."""

AFTERWARDS = {"after", "following", "since"}
"""Prepositions before what is over."""

LASTS = {"bar", "ban", "restrict", "outlaw", "prohibit", "blockade", "besiege"}
"""Verbs of which a passive in the present says what is so: is barred from it."""

SUBJECTS = {"nsubj", "nsubjpass"}
VERBS = {"VERB", "AUX"}


def tense_of(trigger: Trigger, verb: "Token | None") -> str:
    """Return the tense of an event: of its verb, which for a noun is the one above it; None is a noun without one."""
    if trigger.is_noun and any({child.lemma_, child.lower_} & COMES for child in trigger.head.children):
        return "future"
    if verb is None:
        return "past"
    is_awaited = trigger.is_noun and verb.lemma_ in AWAITS and trigger.head.i > verb.i and trigger.head.head == verb
    is_over = trigger.is_noun and not is_awaited and _is_over(trigger, verb)
    if is_awaited or (_is_future(verb) and not is_over):
        return "future"
    if is_over:
        return "past"
    is_told_now = trigger.event_type not in DEEDS or verb.lemma_ in LASTS
    if not trigger.is_noun and ((is_told_now and _is_now(verb)) or _is_under_way(verb)):
        return "present"
    finite = _finite(verb)
    is_carried = trigger.is_noun or finite != verb
    return "present" if is_carried and _is_now(finite) else _tense_of_verb(finite)


def is_dated(noun: "Token") -> bool:
    """Return whether a noun is said to be of the past, of which no verb above says whether it happens: Monday's attack.

    It assumes that news dates what has been; of what is to come, or held, the verb says more: will hold Monday's talks.
    """
    if (noun.dep_ == "dobj" and noun.head.lemma_ in DOES) or _is_taken_part_in(noun):
        return False
    dates = (child for child in noun.lefts if child.dep_ == "poss" and child.ent_type_ == "DATE")
    is_gone = any(child.lemma_.lower() in GONE for child in noun.lefts)
    return is_gone or any({word.lower_ for word in date.subtree}.isdisjoint({"tomorrow", *COMES}) for date in dates)


def _is_taken_part_in(noun: "Token") -> bool:
    """Whether somebody takes part in what a noun tells, engages in it, or the like."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return False
    at = noun.head.head
    return at.lemma_ == "part" or (at.pos_ == "VERB" and at.lemma_ in ENGAGES)


def _is_now(verb: "Token") -> bool:
    """Whether a passive is of the present, is blamed; of deeds that is how their story is told: is arrested in 1994."""
    return any(child.dep_ == "auxpass" and child.tag_ in {"VBZ", "VBP"} for child in verb.lefts)


def _is_under_way(verb: "Token") -> bool:
    """Whether a passive is of what goes on: are being trained."""
    is_being = any(child.dep_ == "auxpass" and child.tag_ == "VBG" for child in verb.lefts)
    return is_being and any(child.dep_ == "aux" and child.tag_ in {"VBZ", "VBP"} for child in verb.lefts)


def _is_future(verb: "Token") -> bool:
    if (
        shared_helpers(verb) & WILL
        or _is_awaited_clause(verb)
        or (verb.lemma_ == "go" and _goes_to(verb))
        or _is_to_come(verb)
    ):
        return True
    return (_has_to(verb) or _is_way_of(verb)) and bool(helpers_of(_finite(verb)) & WILL)


def _is_way_of(verb: "Token") -> bool:
    """Whether a gerund is of what the verb above comes to: will look [at] imposing it; not: will be tried [for] it."""
    at = verb
    while at.dep_ == "conj" and at.tag_ == "VBG" and at.head.tag_ == "VBG":
        at = at.head
    return at.dep_ == "pcomp" and at.head.lower_ in {"on", "at", "by", "in", "toward", "towards", "to", "into"}


def _is_awaited_clause(verb: "Token") -> bool:
    """Whether a verb of the present stands behind until or once: they wait until he visits Peru."""
    return verb.tag_ in {"VBZ", "VBP"} and any(child.lower_ in {"until", "once", "unless"} for child in verb.lefts)


def _tense_of_verb(finite: "Token") -> str:
    helpers = [child for child in finite.lefts if child.dep_ in {"aux", "auxpass"}]
    is_perfect = any(child.lemma_ == "have" for child in helpers)
    if not is_perfect and any(child.tag_ == "MD" for child in helpers):
        return "present"  # must be thrown out, as must leave
    is_past = is_perfect or finite.tag_ in {"VBD", "VBN"} or any(child.tag_ == "VBD" for child in helpers)
    return "past" if is_past else "present"


def _is_over(trigger: Trigger, verb: "Token") -> bool:
    """Whether a noun tells what is over, whatever the tense of the verb: is there after the talks; a suspect in a raid.

    A deed in the singular, or those deeds that are known, have been done if no verb says that they go on, unless they
    are only feared or spoken of.
    """
    noun = trigger.head
    if helpers_of(verb) & (WILL | MAYBE):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in AFTERWARDS:
        return True
    if noun.dep_ == "dobj" and noun.head == verb and verb.lemma_ in WITNESSES | SOFTENS:
        return True  # to mitigate their criticism
    is_known = noun.tag_ == "NN" or any(child.lower_ in {"the", "those", "these"} for child in noun.lefts)
    if trigger.event_type not in DEEDS or not is_known or is_told_by(noun, verb):
        return False
    return not (noun.dep_ == "pobj" and (noun.head.lower_ == "about" or is_over_possible(noun.head.head)))


def _has_to(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def _is_to_come(verb: "Token") -> bool:
    """Whether an infinitive is to come: Lima to send troops (a headline), is to visit Peru, is expected to resign."""
    if not _has_to(verb):
        return False
    if verb.dep_ == "ROOT":
        return True
    above = verb.head
    if verb.dep_ not in {"xcomp", "ccomp", "advcl"} or (above.lemma_.lower() not in TO_COME and above.lemma_ != "be"):
        return False
    carrier = above.head if above.pos_ == "ADJ" else above
    helpers = [child.tag_ for child in carrier.lefts if child.dep_ in {"aux", "auxpass"}]
    return (helpers[0] if helpers else carrier.tag_) in {"VBZ", "VBP"}


def _goes_to(verb: "Token") -> bool:
    return verb.tag_ == "VBG" and any(child.dep_ == "xcomp" for child in verb.rights)


def _finite(verb: "Token") -> "Token":
    """Return the verb that carries the tense: of an infinitive or participle the one above it."""
    at = verb
    while is_infinite(at) and at.dep_ in {*UNDER, "relcl"} and at.head != at:
        if any(child.dep_ == "aux" and child.tag_ != "TO" for child in at.lefts):
            break
        if at.dep_ == "ccomp" and not any(child.tag_ == "TO" for child in at.lefts):
            break  # demanded that he go
        at = at.head if at.head.pos_ in VERBS or at.head.head == at.head else at.head.head
    if at.pos_ in VERBS:
        return at
    return verb_above(at) or at  # guests visiting Peru were there


def is_told_by(noun: "Token", verb: "Token") -> bool:
    """Whether a verb says of what a noun tells that it happens: held no talks, but not: did not answer the request."""
    if noun.dep_ in SUBJECTS:
        is_called = any(child.dep_ in {"attr", "acomp"} for child in verb.rights)  # the visit is no coincidence
        return noun.head == verb and (verb.lemma_ in OCCURS or (verb.pos_ == "AUX" and not is_called))
    if noun.dep_ in {"dobj", "attr"}:
        return True
    return _is_taken_part_in(noun) and verb in {noun.head.head, noun.head.head.head}
