"""Find well-known bodies and companies that the model left unmarked: they wrote it on Facebook."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_terms

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc


NETWORKS = frozenset({"Facebook", "Twitter", "Tumblr", "Instagram", "WhatsApp", "Reddit", "YouTube"})
"""Those of them on which a page is shared: beside each other they are links, `Facebook Twitter`, and name nobody."""


def find_known_bodies(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield tokens [start, end) of the names of one word in the lexicon that no name of the model covers.

    Links for sharing a page are left out, and what is joined to other words by a hyphen, as it is a part of these.
    """
    known, texts = known_bodies(), doc.texts
    if known.isdisjoint(texts):
        return  # as in most articles
    for i, word in enumerate(texts):
        if word not in known or doc[i].ent_type_ or doc[i].pos_ not in {"PROPN", "NOUN"}:
            continue
        beside = {*texts[max(0, i - 1) : i], *texts[i + 1 : i + 2]}
        if not beside & {"-", "+"} and not (word in NETWORKS and beside & NETWORKS):
            yield i, i + 1


@cache
def known_bodies() -> frozenset[str]:
    """Return the names of the lexicon, as they are written."""
    return frozenset(lexicon_terms("known_bodies.txt"))
