"""Tell what somebody keeps from reporters, which is no event: declined to comment, asked not to be named."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

CLAUSES = {"ccomp", "xcomp"}
TAKEN = CLAUSES | {"dobj"}

TO_REPORTERS = {"comment", "elaborate", "speculate", "anonymity"}
BE_NAMED = {"name", "identify", "quote", "draw"}
"""What those whom a reporter asks decline, and what they ask him not to do."""

TELLS = {"give", "provide", "disclose", "reveal", "release", "discuss", "say", "specify", "identify", "name", "confirm"}
DETAILS = {
    "detail",
    "detailed",
    "information",
    "name",
    "identity",
    "figure",
    "specific",
    "themselves",
    "himself",
    "herself",
}
WHAT = {"what", "how", "why", "who", "when", "where", "whether", "which", "if"}
"""What they refuse to tell: gave no details, declined to say how many."""


def is_kept_from_reporters(verb: "Token") -> bool:
    """Whether a verb says that somebody keeps a word or his name from reporters.

    It assumes that nobody but a reporter asks for details or a name; who refuses to discuss a plan rejects it.
    """
    for child in verb.rights:
        if child.dep_ in TAKEN and child.lemma_ in TO_REPORTERS:
            return True
        if child.lower_ == "for" and any(inner.lemma_ in TO_REPORTERS for inner in child.rights):
            return True  # asked for anonymity
        if child.dep_ in CLAUSES and child.lemma_ in BE_NAMED and any(inner.dep_ == "auxpass" for inner in child.lefts):
            return True
        if child.dep_ in CLAUSES and verb.lemma_ in {"decline", "refuse"} and _tells_details(child):
            return True
    return False


def _tells_details(verb: "Token") -> bool:
    """Whether a verb under a refusal is one of telling details: to say who it was, to give his name."""
    if verb.lemma_ not in TELLS:
        return False
    clauses = (child for child in verb.rights if child.dep_ == "ccomp")
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    return any(clause.doc[clause.left_edge.i].lower_ in WHAT for clause in clauses) or any(
        child.lemma_ in DETAILS or child.lower_ in DETAILS for child in objects
    )
