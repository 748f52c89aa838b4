"""Say whether the clause of a temporal expression tells of the past or of what is to come, by the tense of its verb."""

from typing import TYPE_CHECKING, Literal

from transforms.parsing.syntax import verb_above

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

Direction = Literal["past", "future", "present", "open"]
"""`present` may be either, a headline's past or a timetable's future; `open`: there is no verb."""

MODALS = {"will", "shall", "’ll", "'ll", "wo", "would", "may", "might", "must", "should", "can", "could"}
"""Helping verbs of what is to come, unless `have` follows: may have died."""

PLANS = {
    "agree", "aim", "ask", "call", "decide", "demand", "expect", "hope", "intend", "invite", "offer", "order", "plan",
    "pledge", "prepare", "promise", "propose", "request", "schedule", "set", "slate", "swear", "threaten", "urge",
    "vow", "want", "wait",
}  # fmt: skip
"""Verbs whose infinitive was still to come when they happened: agreed to meet; not so `refused to meet`."""

TIMETABLED = {"schedule", "slate"}
SCHEDULED = {"schedule", "set", "slate", "expect", "plan"}
"""Verbs of a timetable: is scheduled for Monday."""

DEFERRING = {
    "adjourn", "close", "defer", "delay", "extend", "move", "postpone", "push", "put", "remand", "reschedule", "shift",
    "stay", "suspend",
}  # fmt: skip
"""Verbs after which `until Monday` is the day to come, whatever their tense."""

FIRSTS = {"first", "second", "third", "latest", "last", "only", "youngest", "oldest"}
"""What makes `to win` behind a noun a deed told of, and no plan: the first woman to win the race on Sunday."""

UNTIL = {"until", "till", "through", "to"}

NOT = {"not", "n't", "n’t", "never", "neither", "nor", "no", "nobody", "none"}
NOTICED = {"hear", "identify", "locate", "reach", "see", "smell", "verify"}
"""Verbs of which `could be` tells what was possible: smoke could be seen on Monday; not so the vote could come then."""

ENDS = 6
"""Tokens at the end of a sentence among which the full stop is, with marks of quotation behind it."""

DEEDS = {
    "arrest", "assault", "assassination", "attack", "blast", "bombing", "collapse", "coup", "crash", "decision",
    "defeat", "derailment", "earthquake", "explosion", "killing", "loss", "massacre", "murder", "outage", "quake",
    "raid", "remark", "resignation", "ruling", "shooting", "stabbing", "verdict", "victory", "win",
}  # fmt: skip
"""Nouns of what has happened when its day is told, whatever is still to come of it: will appeal Monday's ruling."""

DUE = {"due", "ready", "likely", "upcoming", "ahead", "deadline"}
SAYING = {"say", "tell", "report", "announce", "write", "show", "add"}
"""Verbs in the present of which even a text, and no headline, tells what is over."""


def direction(span: "Span") -> Direction:
    """Return where the clause around a temporal expression points, seen from the day of publication."""
    if span.root.dep_ == "poss" and span.root.head.lemma_ in DEEDS:
        return "past"
    if span.root.lower_ in DUE or any(above.lower_ in DUE for above in _below_verb(span.root)):
        return "future"
    verb = _verb_before(span) or verb_above(span.root)
    if verb is None:
        return "open"
    if _is_before_that(span, verb):
        return "past"
    if _is_put_off(span, verb) or _is_deadline(verb):
        return "future"
    found = _of_verb(verb)
    return "future" if found == "present" and verb.lemma_ not in SAYING and _is_text(span) else found


def _is_before_that(span: "Span", verb: "Token") -> bool:
    """Whether a time stands before the `that` of its verb, which then tells what was said: warned on Monday that."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.lower_ == "that" and after.dep_ == "mark" and after.head == verb


def _is_text(span: "Span") -> bool:
    """Whether the sentence of a span ends with a full stop, as in a text; a headline has none."""
    sentence = span.sent
    return sentence[-ENDS:].text.rstrip(" \"”’'").endswith(".")


def _is_put_off(span: "Span", verb: "Token") -> bool:
    """Whether a time is the one that something was put off to, or lasts up to: postponed until [Monday]."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if before in {"until", "till", "through"} and (verb.lemma_ in DEFERRING or _now(verb)):
        return True
    if before in {"before", "by", "until"} and any(child.lower_ == "could" for child in verb.children):
        return True
    return verb.lemma_ in DEFERRING and (before in UNTIL or (before == "from" and _runs_to(span)))


def _runs_to(span: "Span") -> bool:
    return any(token.lower_ == "to" for token in span.doc[span.end : span.end + 2])


def _now(verb: "Token") -> bool:
    return verb.tag_ in {"VBP", "VBZ"}


def _is_deadline(verb: "Token") -> bool:
    """Whether a sentence tells a deadline: the deadline [is] Friday."""
    return _now(verb) and any(child.lower_ in DUE for child in verb.children)


def _verb_before(span: "Span") -> "Token | None":
    """Return the verb that stands right before an expression: the parse hangs `said on Monday he would` on `would`."""
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ in {"on", "in"} and before.i:
        before = before.nbor(-1)
    return before if before is not None and before.tag_ in {"VBD", "VBN"} else None


def _below_verb(token: "Token") -> "list[Token]":
    verb = verb_above(token)
    above = list(token.ancestors)
    return above[: above.index(verb)] if verb is not None else above


def _of_verb(verb: "Token") -> Direction:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.tag_ != "NNP"]  # May
    words = {helper.lemma_.lower() for helper in helpers} | {helper.lower_ for helper in helpers}
    if words & MODALS:
        return "past" if "have" in words or ("could" in words and _was_tried(verb)) else "future"
    if "to" in words:
        return "past" if "have" in words else _of_one_who(verb) or _of_infinitive(verb)
    if verb.dep_ == "conj" and verb.head != verb and not helpers and verb.tag_ in {"VB", "VBN"}:
        return _of_verb(verb.head)  # will meet on Monday and [vote] on Tuesday
    return _of_form(verb, {helper.tag_ for helper in helpers})


def _was_tried(verb: "Token") -> bool:
    """Whether `could` says what was possible and what was not: [could not be reached], [could be seen]."""
    before = verb.doc[verb.left_edge.i : verb.i]
    return any(token.lower_ in NOT for token in before) or (
        verb.lemma_ in NOTICED and any(child.dep_ == "auxpass" for child in verb.children)
    )


def _of_form(verb: "Token", helpers: set[str]) -> Direction:
    is_for = any(child.lower_ == "for" for child in verb.rights)
    if verb.lemma_ in TIMETABLED or (verb.lemma_ in SCHEDULED and is_for):
        return "future"
    if verb.tag_ == "VBD" or "VBD" in helpers or (verb.tag_ == "VBG" and _is_perfect(verb)):
        return "past"  # fell; was falling; has been falling since Monday
    is_now = bool(helpers & {"VBZ", "VBP"})
    if verb.tag_ == "VBG":
        above = verb_above(verb)
        return "future" if is_now else _of_verb(above) if above is not None else "open"  # is closing on Monday
    if verb.tag_ == "VBN":
        if is_now and not _is_perfect(verb):
            return "future" if verb.lemma_ in SCHEDULED else "present"
        return "past"
    return "present"


def _is_perfect(verb: "Token") -> bool:
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


def _of_one_who(verb: "Token") -> Direction | None:
    """Return where `the first to win` points: ahead where its clause does, else back; None where none is told of so."""
    if verb.dep_ not in {"relcl", "advcl", "csubj"}:
        return None  # the last chance to vote
    to = next((child for child in verb.lefts if child.lower_ == "to"), verb)
    noun = verb.head if verb.dep_ == "relcl" else verb.doc[to.i - 1] if to.i else verb
    before = {noun.lower_, *(child.lower_ for child in noun.lefts)}
    if "the" not in before or before.isdisjoint(FIRSTS):
        return None
    above = verb_above(noun)
    return "future" if above is not None and above != verb and _of_verb(above) == "future" else "past"


def _of_infinitive(verb: "Token") -> Direction:
    """Return where `to meet` points: where its governor says, and forward from a noun or a plan, or without any.

    A headline's has none: Schools to remain open until Friday.
    """
    above = verb.head
    if above == verb or above.pos_ not in {"VERB", "AUX"} or above.lemma_ in PLANS:
        return "future"
    return "past" if _of_verb(above) == "past" and above.lemma_ != "be" else "future"
