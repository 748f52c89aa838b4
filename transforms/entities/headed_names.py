"""Find names of bodies that the model left unmarked, by their last word: the Deseret News, Lom Women's Institute."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from transforms.entities.name_words import kind_words

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

COMMON = {
    "ministry",
    "party",
    "company",
    "group",
    "front",
    "movement",
    "force",
    "guard",
    "media",
    "beer",
    "music",
    "records",
    "shipping",
    "albion",
    "athletic",
}
"""Heads that stand behind a capital which is none of a name: the Opposition Party, Group."""

LONGEST = 6  # words of a name that is found without its `of`

OPEN = {"NNP", "NNPS"}

PARTING = {"and", "&", "of", "for"}
"""Words on whose other side a name may go on."""

ARTICLES = {"The", "A", "An", "In", "At"}


def find_headed(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield tokens [start, end) of two and more words in capitals, the last of which is the head of a body's name.

    It assumes that a sentence writes other words small: where all around is in capitals, nothing is told by them.
    """
    heads, texts = _heads(), doc.texts
    for i in [i for i, lower in enumerate(doc.lowers) if lower in heads]:
        if i and texts[i].istitle() and _is_free(doc[i]):
            start = i
            while start and i - start < LONGEST and _is_free(doc[start - 1]) and texts[start - 1][0].isupper():
                start -= 1
            end = behind_of(doc, i + 1)
            if start < i and _stands_out(texts, start, end) and not _goes_on(texts, start, end):
                yield start, end


@cache
def _heads() -> frozenset[str]:
    return frozenset(word for word, kind in kind_words().items() if kind == "organization") - COMMON


def _is_free(token: "Token") -> bool:
    return token.tag_ in OPEN and not token.ent_type_


def behind_of(doc: "Doc", at: int) -> int:
    """Return where a name ends that the model or its head ends before a token: behind `of Justice`, if that follows."""
    if at + 1 >= len(doc) or doc[at].text != "of" or not _is_free(doc[at + 1]):
        return at
    end = at + 1
    while end < len(doc) and _is_free(doc[end]) and doc[end].text[0].isupper():
        end += 1
    return end


def _goes_on(texts: list[str], start: int, end: int) -> bool:
    """Tell whether it is part of a longer name: Lom Council Leader, the Fish and Wildlife Agency, J. Lom Golf Club."""
    before = start - 2 if start > 1 and texts[start - 1] in PARTING else start - 1
    after = end + 1 if end + 1 < len(texts) and texts[end] in PARTING else end
    beside = [texts[at] for at in (before, after) if 0 <= at < len(texts)]
    return any(word[0].isupper() and word not in ARTICLES for word in beside)


def _stands_out(texts: list[str], start: int, end: int) -> bool:
    """Tell whether a word in small letters stands on each side that has words of the same sentence."""
    before = texts[start - 1] if start else "."
    after = texts[end] if end < len(texts) else "."
    return any(word.isalpha() and word.islower() for word in (before, after)) and not before.isupper()
