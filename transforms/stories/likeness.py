"""Tell how two texts are alike: the same words, nearly the same, or one a part of the other."""

from dataclasses import dataclass

from transforms.records.reasons import Relation
from transforms.stories.shingles import Shingles

NEAR = 0.5
"""Share of the shingles of both that near copies have in common: with every seventh word changed it is a half."""

PART = 0.8
"""Share of the shorter text's shingles that the longer one holds, when it is a part of it with a few words changed."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts are alike, and the share of the shingles of both that they have in common (Jaccard), 0 to 1."""

    relation: Relation
    similarity: float


def likeness(one: Shingles, other: Shingles) -> Likeness | None:
    """Return how two texts are alike, whichever comes first; None when neither is a copy of the other."""
    if one.words == other.words:
        return Likeness(Relation.EXACT, 1.0)
    if not (one.are_enough and other.are_enough):
        return None
    shared = len(one.found & other.found)
    similarity = shared / (len(one.found) + len(other.found) - shared)
    if similarity >= NEAR:
        return Likeness(Relation.NEAR, similarity)
    if shared >= PART * min(len(one.found), len(other.found)):
        return Likeness(Relation.PART, similarity)
    return None
