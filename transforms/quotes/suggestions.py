"""Find what somebody suggests doing: suggested [reconsidering the deal]."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

SUGGESTING = frozenset({"suggest", "recommend", "propose", "advocate"})
"""Verbs that take what is to be done as a participle."""


def suggested(verb: "Token") -> tuple[int, int] | None:
    """Return what someone suggests doing."""
    clause = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
    return (clause.left_edge.i, clause.right_edge.i + 1) if clause is not None and verb.lemma_ in SUGGESTING else None
