"""Tell what somebody keeps from reporters, which is no event: declined to comment, asked not to be named."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = {"ccomp", "xcomp"}

TO_REPORTERS = {"comment", "elaborate", "speculate"}
BE_NAMED = {"name", "identify", "quote"}
"""What those whom a reporter asks decline, and what they ask him not to do."""


def is_kept_from_reporters(verb: "Token") -> bool:
    """Whether a verb says that somebody keeps a word or his name from reporters."""
    for child in verb.rights:
        if child.dep_ in CLAUSES | {"dobj"} and child.lemma_ in TO_REPORTERS:
            return True
        if child.dep_ in CLAUSES and child.lemma_ in BE_NAMED:
            return any(inner.dep_ == "auxpass" for inner in child.lefts)
    return False
