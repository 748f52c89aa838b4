"""Tell what is only announced from what is done: help that will come is agreed on, force that may be used threatens."""

from typing import TYPE_CHECKING

from transforms.events.possible import WILL, helpers_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

HOSTILE = {"ASSAULT", "COERCE", "SANCTION", "REJECT", "PROTEST", "THREATEN"}

FRIENDLY = {"AID", "SUPPORT", "AGREE", "COOPERATE", "CONSULT", "CONCEDE"}
"""Types of which an announcement is a threat, and those of which it is a promise."""

LEAVES_OFFICE = {"resign", "abdicate"}
"""Verbs of those who yield when they announce it, and promise nothing."""

MODALS = {*WILL, "may", "could"}
REPORTED = {"would", *MODALS}
"""What announces something; `would` does so only as the reported form of `will`."""

HABITS = {"often", "sometimes", "always", "usually", "regularly", "frequently", "occasionally"}
"""Adverbs with which `would` tells what was done again and again."""


def announced(event_type: str, verb: "Token") -> str:
    """Return the type of what is only announced: AGREE of help that will come, THREATEN of force that may be used.

    Who cannot or will not do it announces nothing, nor does who would often do it.
    """
    if any(child.dep_ == "neg" for child in verb.lefts):
        return event_type
    helpers = helpers_of(verb)
    if "have" in helpers or any(child.lower_ in HABITS for child in verb.lefts):
        return event_type  # will have helped; would often help
    if event_type in FRIENDLY and helpers & WILL and verb.lemma_ not in LEAVES_OFFICE:
        return "AGREE"
    is_threat = (event_type in HOSTILE and verb.lemma_ != "disagree") or (
        event_type == "RETREAT" and _has_condition(verb)
    )
    announces = REPORTED if verb.dep_ == "ccomp" else MODALS
    if event_type == "REJECT":
        announces = {"may", "could"}  # who says that he will refuse refuses
    return "THREATEN" if is_threat and helpers & announces else event_type


def _has_condition(verb: "Token") -> bool:
    """Whether something is to be done on a condition: will withdraw unless they are paid."""
    clauses = (child for child in verb.rights if child.dep_ == "advcl")
    return any(mark.lower_ in {"unless", "if"} for child in clauses for mark in child.lefts)
