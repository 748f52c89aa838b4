"""Cut a text into shingles: the runs of words, or of characters where words are not parted, that copies share."""

import unicodedata
from dataclasses import dataclass
from itertools import islice

import regex

WORDS = 4
"""Words of a shingle. Unrelated articles share next to none of four; in a copy each changed word costs four of them."""

CHARACTERS = 8
"""Characters of a shingle where words are not parted: about four words of Chinese, two or three of Thai."""

LEAST_WORDS, LEAST_CHARACTERS = 40, 160
"""Shingles from which on likeness means something; shorter texts, weather and share prices, are alike by form."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_UNPARTED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")

_FIRST_UNPARTED = "\u0e00"
"""No character of those scripts comes before the block of Thai."""


@dataclass(frozen=True, slots=True)
class Shingles:
    """A text as its words, case and punctuation aside, and as the set of its shingles; `least` is enough of them."""

    words: str
    found: frozenset[str]
    least: int

    @property
    def are_enough(self) -> bool:
        """Tell whether the text is long enough for likeness to be no chance."""
        return len(self.found) >= self.least


def shingles(text: str) -> Shingles:
    """Return the shingles of a text (w-shingling: Broder, On the resemblance and containment of documents, 1997).

    A text more than half of whose letters are of scripts without spaces is cut by characters, any other by words.
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    joined = "".join(words)
    if _is_unparted(joined):
        found = (joined[at : at + CHARACTERS] for at in range(max(1, len(joined) - CHARACTERS + 1)))
        return Shingles(joined, frozenset(found), LEAST_CHARACTERS)
    runs = zip(*(islice(words, first, None) for first in range(WORDS)), strict=False)
    return Shingles(" ".join(words), frozenset(map(" ".join, runs)), LEAST_WORDS)


def _is_unparted(letters: str) -> bool:
    if letters.isascii() or max(letters) < _FIRST_UNPARTED:
        return False  # the letters of most texts, told four times as fast
    return 2 * len(_UNPARTED.findall(letters)) > len(letters)
