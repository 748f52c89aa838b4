"""Find what somebody is sure of, or makes clear: is convinced that the bridge is safe, made it clear that it is."""

from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_terms
from transforms.parsing.syntax import subject_of
from transforms.quotes.negation import is_supposed
from transforms.quotes.objects import speaks
from transforms.quotes.report import Report
from transforms.quotes.speaker_phrases import speaker_phrase

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

MADE = "clear"
"""What somebody makes something, by saying it."""

LINKING = frozenset({"be", "become", "remain"})
"""Verbs between those who hold something and the word for how they do."""

NOBODY = frozenset({"it", "this", "that", "there", "what", "which", "everything", "nothing", "you", "one"})
"""Subjects that hold nothing, or are anybody: it is certain that, to be sure you have it."""

POINT = frozenset({"point", "points", "pointed", "pointing"})

PUT = "put"
PUTTING = frozenset({"quote"})
"""What `put it` takes, as reporting_verbs.tsv has it."""


@cache
def attitude_words() -> frozenset[str]:
    """Return the words, in lower case, that `attitude` reads."""
    return reporting_adjectives() | POINT | {MADE}


@cache
def reporting_adjectives() -> frozenset[str]:
    """Return the words for those who hold something to be so."""
    return frozenset(lexicon_terms("reporting_adjectives.txt"))


def attitude(token: "Token") -> Report | None:
    """Return what somebody holds to be so, makes clear, or points to as something; None for other uses of a word.

    What nobody is sure of, might be sure of or is not sure of is no statement.
    """
    return _pointed_to(token) if token.lower_ in POINT else _held(token)


def puts_into_words(token: "Token") -> bool:
    """Whether it is words that are put so: as she [put] it, “…”; not: put it on the table."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return token.lemma_ == PUT and len(behind) == 2 and behind[0].lower_ == "it" and behind[1].is_punct


def _pointed_to(verb: "Token") -> Report | None:
    """Return what somebody points to as something: pointed to [the vote as an example of it]; not: pointed to a map."""
    to = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "to"), None)
    subject = subject_of(verb)
    if verb.pos_ != "VERB" or to is None or subject is None or subject.lower_ in NOBODY:
        return None
    behind = verb.doc[to.i + 2 : verb.right_edge.i + 1]  # which they pointed to as such: what that is stands elsewhere
    named = next((token for token in behind if token.lower_ == "as" and token.dep_ == "prep"), None)
    speaker = speaker_phrase(subject, verb)
    if named is None or not speaks(speaker):
        return None
    return Report(verb, speaker, (to.i + 1, named.right_edge.i + 1), "object")


def _held(adjective: "Token") -> Report | None:
    verb = adjective.head if adjective.dep_ in {"acomp", "ccomp", "oprd", "xcomp"} else adjective
    if not (_made_clear(adjective, verb) or _holds(adjective, verb)):
        return None
    if is_supposed(verb) or any(child.dep_ in {"neg", "mark"} or child.tag_ == "MD" for child in verb.children):
        return None
    subject = subject_of(verb)
    if subject is None or subject.lower_ in NOBODY:
        return None
    speaker = speaker_phrase(subject, verb)
    clause = _clause(adjective, verb)
    if clause is None or not speaks(speaker):
        return None
    return Report(adjective, speaker, (clause.left_edge.i, clause.right_edge.i + 1), "clause")


def _made_clear(adjective: "Token", verb: "Token") -> bool:
    return adjective.lower_ == MADE and verb.lemma_ == "make" and verb.i < adjective.i


def _holds(adjective: "Token", verb: "Token") -> bool:
    is_linked = verb.lemma_ in LINKING or (verb == adjective and any(c.dep_ == "auxpass" for c in verb.lefts))
    return adjective.lower_ in reporting_adjectives() and is_linked


def _clause(adjective: "Token", verb: "Token") -> "Token | None":
    """Return the head of the clause behind an adjective, wherever the parse hangs it."""
    behind = (child for head in (adjective, verb) for child in head.rights if child.i > adjective.i)
    return next((child for child in behind if child.dep_ in {"ccomp", "csubj", "advcl"} and _is_stated(child)), None)


def _is_stated(clause: "Token") -> bool:
    """Whether a clause has a subject of its own, and begins with `that` or with nothing."""
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in clause.lefts)
    return has_subject and all(child.dep_ != "mark" or child.lower_ == "that" for child in clause.lefts)
