"""Find who said something where another tells so: quoted her as saying, accused them of saying, when asked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

JUDGING = frozenset({
    "accuse", "suspect", "blame", "criticise", "criticize", "condemn", "praise", "thank", "charge", "convict", "rebuke",
    "scold", "fault", "denounce", "arrest", "fine", "sue",
})  # fmt: skip
"""Verbs whose object did what stands behind `of`, `for` or `with`."""


def cited(verb: "Token") -> "Token | None":
    """Return whom another quotes: quoted [the minister] as saying."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb.head
    if verb.lemma_ != "say" or verb.tag_ != "VBG" or above.lemma_ not in {"quote", "cite"}:
        return None
    return next((child for child in above.children if child.dep_ in {"dobj", "nsubjpass"}), None)


def accused(verb: "Token") -> "Token | None":
    """Return who is accused of having said something, or thanked for it: accused [the firm] of failing to tell them."""
    deed = verb.head if verb.dep_ == "xcomp" and verb.head.dep_ == "pcomp" else verb
    above = deed.head.head
    if deed.dep_ != "pcomp" or above.lemma_ not in JUDGING or deed.head.lower_ not in {"of", "for", "with"}:
        return None
    whom = next((child for child in above.children if child.dep_ == "dobj" and child.i < deed.i), None)
    is_relative = whom is not None and above.dep_ == "relcl" and whom.tag_ in {"WP", "WDT"}
    return above.head if is_relative else whom


def is_asked(verb: "Token") -> bool:
    """Tell whether a verb without a subject behind `when` or `if` is a passive, though tagged as a past tense.

    When asked how it works, the mayor smiled: who is asked does not ask.
    """
    opens = verb.lemma_ == "ask" and verb.tag_ in {"VBD", "VBN"}
    has_own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)
    return opens and not has_own and verb.i > 0 and verb.nbor(-1).lower_ in {"when", "if", "once", "while", "also"}
