"""Tell how two texts are alike: the same words, nearly the same, or one a part of the other."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from transforms.records.reasons import Relation
from transforms.stories.shingles import Shingles

NEAR = 0.5
"""Share of the shingles of both that near copies have in common: with every seventh word changed it is a half."""

PART = 0.8
"""Share of the shorter text's shingles that the longer one holds, when it is a part of it with a few words changed."""

SLOTS = 1 << 16
"""Of a table that tells most shingles that a text has not: one of a thousand shingles has a slot of another's in 65."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts are alike, and the share of the shingles of both that they have in common (Jaccard), 0 to 1."""

    relation: Relation
    similarity: float


@dataclass(frozen=True, slots=True)
class Hashed:
    """The shingles of a text as numbers, with which thousands of texts can be held and compared.

    They are hashes of 64 bits and of this process: two shingles of a pair of texts have the same one in 10^13 pairs.
    `shingles` are those, sorted, `slots` their last 16 bits; `words` is the hash of all words.
    """

    words: int
    shingles: Any
    slots: Any
    are_enough: bool


def hashed(cut: Shingles) -> Hashed:
    """Return the shingles of a text as numbers."""
    numbers = np.sort(np.fromiter(map(hash, cut.found), np.int64, len(cut.found)))
    return Hashed(hash(cut.words), numbers, (numbers & (SLOTS - 1)).astype(np.uint16), cut.are_enough)


class LikenessTo:
    """Tells how other texts are like one; that they are not, as most are, without a look at their shingles."""

    def __init__(self, one: Hashed) -> None:
        """Lay out the table of the shingles of `one`."""
        self._one = one
        self._table = np.zeros(SLOTS, np.bool_)
        self._table[one.slots] = True

    def of(self, other: Hashed) -> Likeness | None:
        """Return how two texts are alike, whichever comes first; None when neither is a copy of the other."""
        one = self._one
        if one.words == other.words:
            return Likeness(Relation.EXACT, 1.0)
        if not (one.are_enough and other.are_enough):
            return None
        sizes = len(one.shingles), len(other.shingles)
        if not _relation(int(np.count_nonzero(self._table[other.slots])), *sizes):
            return None  # as many as they can share at most
        shared = len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))
        relation = _relation(shared, *sizes)
        return Likeness(relation, _similarity(shared, *sizes)) if relation else None


def _relation(shared: int, size: int, other: int) -> Relation | None:
    if _similarity(shared, size, other) >= NEAR:
        return Relation.NEAR
    return Relation.PART if shared >= PART * min(size, other) else None


def _similarity(shared: int, size: int, other: int) -> float:
    return shared / (size + other - shared)
