"""Tell verbs of asking and advising that request nothing: asked how it came, insisted that it was so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.events.agency import acts

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

INFORMS = {"advise", "remind", "insist", "warn", "state"}
"""Verbs that only inform when they take a clause of what is so."""

PLEAS = {"guilty", "innocent", "insanity", "fifth", "ignorance"}
"""What one pleads before a court."""

ASKS_HOW = {"how", "why", "what", "whether", "if"}

QUESTIONS = {"how", "why", "what", "whether", "if", "who", "when", "where", "which"}

OBLIGES = {"must", "should"}

NO_TASKS = {"be", "have", "get", "receive", "enjoy", "benefit", "know", "expect"}
"""Verbs of what nobody is asked to do: should have access, must be mistaken."""

ASKED_OF = {"dobj", "dative", "xcomp", "ccomp"}


REPLIES = {"respond", "comment", "answer", "react", "reply"}
"""What reporters ask for."""


def is_no_request(verb: "Token", takes: set[str]) -> bool:
    """Whether a verb of asking or advising, with what it `takes` by relation, says something else."""
    if verb.lemma_ == "ask":
        is_question = any(child.dep_ == "xcomp" and child.lemma_ in REPLIES for child in verb.rights)
        return is_question or not _asks_for_something(verb, takes)
    if (verb.lemma_ == "insist" and _only_insists(verb, takes)) or _speaks_for_others(verb):
        return True
    if verb.lemma_ == "propose":  # to do it oneself; marriage
        return not takes & {"dobj", "dative", "ccomp"} and not any(child.dep_ == "nsubjpass" for child in verb.lefts)
    if verb.lemma_ in {"press", "plead"}:  # pressed whether it was so; pleaded guilty
        is_question = any(child.lower_ in PLEAS or _begins_with_question(child) for child in verb.rights)
        return is_question or (verb.lemma_ == "press" and _goes_on(verb, takes))
    if verb.lemma_ in INFORMS:
        is_of_something = verb.lemma_ == "remind" and "xcomp" not in takes
        return is_of_something or _only_advises(verb, takes) or any(_is_fact(child) for child in verb.rights)
    return verb.lemma_ == "appeal" and ("dobj" in takes or any(child.lower_ == "against" for child in verb.rights))


def _goes_on(verb: "Token", takes: set[str]) -> bool:
    """Whether somebody presses on or into something, and nobody for anything."""
    is_passive = any(child.dep_ == "nsubjpass" for child in verb.lefts) or verb.dep_ == "acl"
    return not (is_passive or takes & ASKED_OF or any(child.lower_ == "for" for child in verb.rights))


def _speaks_for_others(verb: "Token") -> bool:
    """Whether somebody advocates for people, and not for something: advocates for children."""
    if verb.lemma_ != "advocate":
        return False
    return any(acts(inner) for child in verb.rights if child.lower_ == "for" for inner in child.rights)


def _only_advises(verb: "Token", takes: set[str]) -> bool:
    """Whether somebody is advised, but not to do something: advised him about the raid."""
    is_to_act = takes & {"xcomp", "ccomp"} or any(child.lower_ == "against" for child in verb.rights)
    return verb.lemma_ == "advise" and not is_to_act


def _asks_for_something(verb: "Token", takes: set[str]) -> bool:
    words = {child.lower_ for child in verb.rights}
    questions = any(_is_question(child) for child in verb.rights if child.dep_ == "ccomp")
    # Of `asked a man how it came` the parse often takes the question for a clause on the man.
    questions |= any(token.lower_ in ASKS_HOW for child in verb.rights for token in _first_words(child))
    if takes & ASKED_OF <= {"dobj", "dative"} and not words & {"for", "permission", "help", "leave", "support"}:
        return False  # a question: asked the man, asked Radio Oslo
    return not questions and "about" not in words and (bool(takes & ASKED_OF) or "for" in words)


def _first_words(child: "Token") -> "Iterator[Token]":
    """Yield the words that begin the clauses on an object, and the object's own clause."""
    yield from (child.doc[clause.left_edge.i] for clause in child.rights if clause.dep_ in {"relcl", "acl", "ccomp"})
    if child.dep_ == "advcl":
        yield child.doc[child.left_edge.i]


def _is_question(clause: "Token") -> bool:
    words = {clause.doc[clause.left_edge.i].lower_, *(child.lower_ for child in clause.lefts)}
    return bool(words & QUESTIONS) or _is_put(clause)


def _is_put(clause: "Token") -> bool:
    """Whether a clause begins with its helper, as a question does that is put: asked, “Do you know?”."""
    first = next((token for token in clause.subtree if not token.is_punct), clause)
    return first.tag_ in {"VBP", "VBZ", "VBD", "MD"} and first.dep_ in {"aux", "auxpass"} and first.head == clause


def _only_insists(verb: "Token", takes: set[str]) -> bool:
    """Whether nothing is asked for: continued to insist, insisted on staying."""
    is_on_own_deed = any(inner.dep_ == "pcomp" for child in verb.rights for inner in child.children)
    return is_on_own_deed or not takes & {"prep", "ccomp", "xcomp"}


def _begins_with_question(clause: "Token") -> bool:
    return clause.dep_ in {"ccomp", "advcl"} and clause.doc[clause.left_edge.i].lower_ in ASKS_HOW


def _is_fact(clause: "Token") -> bool:
    """Whether a clause says what is so or will be, and not what somebody is to do."""
    helpers = [child for child in clause.lefts if child.dep_ == "aux"]
    if clause.dep_ != "ccomp" or any(child.lemma_.lower() in OBLIGES for child in helpers):
        return False
    return clause.tag_ != "VB" or any(child.tag_ == "MD" or child.lemma_ == "do" for child in helpers)


def obliged_by(verb: "Token") -> "Token | None":
    """Return who must act by what a verb of saying says: said [the court] must act.

    None where nobody is named who could: said that it must be done, that rules should help, that they must have known.
    """
    clauses = (child for child in verb.rights if child.dep_ == "ccomp")
    return next(filter(None, map(_obliged, clauses)), None)


def _obliged(clause: "Token") -> "Token | None":
    helpers = {child.lemma_.lower() for child in clause.lefts if child.dep_ == "aux"}
    if not helpers & OBLIGES or "have" in helpers or clause.lemma_ in NO_TASKS:
        return None
    return next((child for child in clause.lefts if child.dep_ == "nsubj" and acts(child)), None)
