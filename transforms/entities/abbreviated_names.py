"""Find how far a name reaches by the abbreviation in brackets behind it: the State of Iraq and the Levant (SIL)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.entities.no_names import no_names

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "to", "at", "de", "la", "del", "&", "-"})
"""Words within a name that need no letter in its abbreviation."""

LONGEST = 12  # tokens, as of any name

FARTHEST = 3
"""Words between an abbreviation and the bracket that spells it out."""

LETTERS = range(3, 9)
"""Letters of an abbreviation: two may be many things, and more are a word."""


def find_abbreviated(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield tokens [start, end) of names whose words begin with the letters of an abbreviation in brackets after them.

    Each capitalised word has its letter, small words may have one. Method: Schwartz and Hearst 2003, by initials alone.
    """
    texts = doc.texts
    for at in _brackets(texts):
        if at + 2 < len(texts) and texts[at + 2] == ")" and _is_of_name(texts[at + 1]):
            start = _beginning(texts, at, texts[at + 1])
            if start is not None:
                yield start, at


def find_spelled_out(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield tokens [start, end) of names in brackets behind their abbreviation, and those of the abbreviation.

    The name is all of the bracket, words in capitals and small words; its abbreviation stands right before or, where
    the letters are those of its capitals, up to FARTHEST words before: the NEMO project (New Eyes Moving Objects).
    """
    texts = doc.texts
    for at in _brackets(texts):
        end = _closing(texts, at)
        short = _short_before(texts, at, texts[at + 1 : end]) if end and at else None
        if short is not None:
            yield short, short + 1
            yield at + 1, end


def find_common(doc: "Doc") -> frozenset[str]:
    """Return the abbreviations in brackets whose letters common nouns before them begin with, which name nothing.

    It assumes that a body is written with capitals where it is spelled out: sex and relationships education (SRE).
    """
    texts = doc.texts
    behind = ((at, texts[at + 1]) for at in _brackets(texts) if texts[at + 2 : at + 3] == [")"])
    return frozenset(
        short for at, short in behind if _is_of_name(short) and _is_spelled(texts[max(0, at - LONGEST) : at], short)
    )


def _is_spelled(words: list[str], short: str) -> bool:
    """Whether the last of some words, all of them small, begin with the letters of an abbreviation."""
    left = list(words)
    for letter in reversed(short.lower()):
        while left and left[-1] in SMALL_WORDS and left[-1][0] != letter:
            left.pop()
        if not left or not left[-1].islower() or left.pop()[0] != letter:
            return False
    return True


def _closing(texts: list[str], at: int) -> int:
    """Return where a bracket closes that holds a name and nothing else; 0 where none does."""
    end = at + 1
    while end < len(texts) and end - at <= LONGEST and (texts[end].istitle() or texts[end] in SMALL_WORDS):
        end += 1
    is_name = at + 2 < end < len(texts) and texts[end] == ")" and texts[end - 1].istitle()
    return end if is_name and texts[at + 1].istitle() else 0


def _short_before(texts: list[str], at: int, words: list[str]) -> int | None:
    if _is_of_name(texts[at - 1]):
        return at - 1
    letters = "".join(word[0] for word in words if word.istitle())
    return next((i for i in range(at - 2, max(-1, at - 2 - FARTHEST), -1) if texts[i] == letters), None)


def _brackets(texts: list[str]) -> Iterator[int]:
    at = _next(texts, "(", 0)
    while at >= 0:
        yield at
        at = _next(texts, "(", at + 1)


def _is_of_name(word: str) -> bool:
    return word.isupper() and len(word) in LETTERS and word not in no_names()


def _next(texts: list[str], word: str, start: int) -> int:
    try:
        return texts.index(word, start)
    except ValueError:
        return -1


def _beginning(texts: list[str], end: int, letters: str) -> int | None:
    """Return where the name before token `end` begins whose initials are the letters; None when it is none."""
    at, left = end, len(letters)
    while left and at:
        word = texts[at - 1]
        if word[0] == letters[left - 1] or _gives(texts, at - 1, letters[:left]):
            left -= 1
        elif word not in SMALL_WORDS:
            return None
        at -= 1
    return at if not left and end - at > 1 else None


def _gives(texts: list[str], at: int, letters: str) -> bool:
    """Tell whether a small word gives the last of the letters, which the capitalised word before it does not."""
    before = next((word for word in reversed(texts[max(0, at - 3) : at]) if word not in SMALL_WORDS), "")
    return texts[at] in SMALL_WORDS and texts[at][0].upper() == letters[-1] != before[:1]
