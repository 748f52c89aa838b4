"""Find well-known bodies and companies that the model left unmarked, or marked in part: they wrote it on Facebook."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from transforms.entities.name_words import by_first_word
from transforms.lexicons.tables import lexicon_terms

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span


NETWORKS = frozenset({"Facebook", "Twitter", "Tumblr", "Instagram", "WhatsApp", "Reddit", "YouTube"})
"""Those of them on which a page is shared: beside each other they are links, `Facebook Twitter`, and name nobody."""


def find_known_bodies(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield tokens [start, end) of the names in the lexicon; those of one word only where no name of the model is.

    Of several words they are known better than the model knows them: Transport for London is no place. Links for
    sharing a page are left out, and what is joined to other words by a hyphen, as it is a part of these.
    """
    by_first, texts = _by_first_word(), doc.texts
    if by_first.keys().isdisjoint(texts):
        return  # as in most articles
    last = 0
    for i, word in enumerate(texts):
        for name in by_first.get(word, ()) if i >= last else ():
            end = i + len(name)
            if texts[i:end] == name and (len(name) > 1 or _is_unmarked(doc[i:end])) and not _is_joined(texts, i, end):
                yield i, end
                last = end
                break


def _is_unmarked(span: "Span") -> bool:
    return not any(token.ent_type_ for token in span) and any(token.pos_ in {"PROPN", "NOUN"} for token in span)


def _is_joined(texts: list[str], start: int, end: int) -> bool:
    beside = {*texts[max(0, start - 1) : start], *texts[end : end + 1]}
    return bool(beside & {"-", "+"}) or (texts[start] in NETWORKS and bool(beside & NETWORKS))


@cache
def _by_first_word() -> dict[str, list[list[str]]]:
    return by_first_word(known_bodies())


@cache
def known_bodies() -> frozenset[str]:
    """Return the names of the lexicon, as they are written."""
    return frozenset(lexicon_terms("known_bodies.txt"))
