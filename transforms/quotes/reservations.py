"""Find where a reporter takes the word after what somebody says: they paid, though they gave no proof."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

CONCEDING = frozenset({"though", "although"})

TELLING = frozenset({
    "comment", "confirm", "detail", "disclose", "elaborate", "explain", "give", "identify", "issue", "name", "offer",
    "present", "produce", "provide", "release", "reveal", "say", "specify",
})  # fmt: skip
DENYING = frozenset({"decline", "deny", "dispute", "refuse", "reject"})
"""What reporters say of those who told something, or of those whom it is about."""


def find_reservation(token: "Token") -> "Token | None":
    """Return the word that opens a remark of the reporter's on what is said: it works[, though she gave no details].

    It assumes that who withholds, denies or does not prove something in such a clause does not tell so of themselves.
    """
    mark = _without(token) or _conceding(token) or _only_to(token)
    return mark if mark is not None and mark.i > 0 and mark.nbor(-1).text == "," else None


def _without(token: "Token") -> "Token | None":
    is_held_back = token.dep_ == "pcomp" and token.head.lower_ == "without" and token.lemma_ in TELLING
    return token.head if is_held_back else None


def _only_to(token: "Token") -> "Token | None":
    """Return `only` before what came of it: ordered it closed[, only to open it again]."""
    is_outcome = token.tag_ == "VB" and token.i > 1 and token.nbor(-1).tag_ == "TO" and token.nbor(-2).lower_ == "only"
    return token.nbor(-2) if is_outcome else None


def _conceding(token: "Token") -> "Token | None":
    mark = next((child for child in token.lefts if child.dep_ == "mark" and child.lower_ in CONCEDING), None)
    if mark is None or not (token.lemma_ in DENYING or (token.lemma_ in TELLING and _is_negative(token))):
        return None
    return mark


def _is_negative(verb: "Token") -> bool:
    """Whether a verb is negated, or has nothing for its object: gave no details."""
    words = [*verb.lefts, *(left for child in verb.rights if child.dep_ == "dobj" for left in child.lefts)]
    return any(word.dep_ == "neg" or word.lower_ == "no" for word in words)
