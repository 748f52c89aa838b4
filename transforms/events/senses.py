"""Tell from what a verb takes that it has another of its senses than the one that tells an event."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SHOWS = {"demonstrate", "march", "rally"}
"""Verbs that are no protest with an object: demonstrates the need."""

INFORMS = {"advise", "remind", "insist", "warn", "state"}
"""Verbs that only inform when they take a clause of what is so."""

QUESTIONS = {"how", "why", "what", "whether", "if", "who", "when", "where", "which"}

HELPS = {"help", "assist"}
OBLIGES = {"must", "should"}
CLAUSES = {"ccomp", "xcomp"}
ASKED_OF = {"dobj", "dative", "xcomp", "ccomp"}


def says_otherwise(verb: "Token", event_type: str, *, alone: bool = True) -> bool:
    """Return whether a verb that could tell an event of this type says something else.

    `alone` says that the verb would tell it without anything that it takes.

    It assumes a parse by English dependency labels, and judges only the verbs that it names: to ask a question is no
    request, nor to advise or insist that something is so; to demonstrate something is to show it; what helps to do
    something is no aid; to appeal a ruling is for a court. Source: the senses of
    these verbs in dictionaries of English.
    """
    takes = {child.dep_ for child in verb.rights}
    if verb.lemma_ == "call" and any(child.dep_ == "auxpass" for child in verb.lefts):
        return True  # police were called to the house
    if not alone:
        return False
    if event_type == "PROTEST":
        return verb.lemma_ in SHOWS and "dobj" in takes
    if event_type == "AID":
        return verb.lemma_ in HELPS and bool(takes & CLAUSES)
    return event_type == "REQUEST" and _is_no_request(verb, takes)


def _is_no_request(verb: "Token", takes: set[str]) -> bool:
    if verb.lemma_ == "ask":
        return not _asks_for_something(verb, takes)
    if verb.lemma_ in INFORMS:
        return (verb.lemma_ == "remind" and "xcomp" not in takes) or any(_is_fact(child) for child in verb.rights)
    return verb.lemma_ == "appeal" and "dobj" in takes


def _asks_for_something(verb: "Token", takes: set[str]) -> bool:
    words = {child.lower_ for child in verb.rights}
    questions = any(_is_question(child) for child in verb.rights if child.dep_ == "ccomp")
    return not questions and "about" not in words and (bool(takes & ASKED_OF) or "for" in words)


def _is_question(clause: "Token") -> bool:
    words = {clause.doc[clause.left_edge.i].lower_, *(child.lower_ for child in clause.lefts)}
    return bool(words & QUESTIONS)


def _is_fact(clause: "Token") -> bool:
    """Whether a clause says what is so, and not what somebody is to do."""
    helpers = {child.lemma_.lower() for child in clause.lefts if child.dep_ == "aux"}
    return clause.dep_ == "ccomp" and clause.tag_ != "VB" and not helpers & OBLIGES
