"""How two versions of a text differ: paragraphs that went and came, and within those that changed the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from transforms.records.page import PARAGRAPH_BREAK

MOST_WORDS = 2_000
"""Longer paragraphs are shown whole, as gone and new: comparing takes a time that grows with the square."""

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: `change` is gone, new, or empty for what both versions have."""

    change: str
    text: str


def differences(before: str, after: str) -> Iterator[tuple[Piece, ...]]:
    """Yield the paragraphs that differ between two texts, as pieces."""
    old, new = before.split(PARAGRAPH_BREAK), after.split(PARAGRAPH_BREAK)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for change, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if change != "equal":
            yield from _changed(old[old_start:old_end], new[new_start:new_end])


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    for went, came in zip_longest(old, new):
        if went is None:
            yield (Piece("new", came),)
        elif came is None:
            yield (Piece("gone", went),)
        else:
            yield tuple(_words_changed(went, came))


def _words_changed(went: str, came: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(went), _WORDS.findall(came)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > MOST_WORDS or matcher.ratio() < 0.4:  # a rewritten paragraph word by word is a riddle
        yield from (Piece("gone", went), Piece("new", came))
        return
    for change, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if change == "equal":
            yield Piece("", "".join(old[old_start:old_end]))
        else:
            pieces = (Piece("gone", "".join(old[old_start:old_end])), Piece("new", "".join(new[new_start:new_end])))
            yield from (piece for piece in pieces if piece.text)
