"""Find the names of persons that the model missed behind a title that stands before nothing else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.entities.name_forms import is_title

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

ONLY_BEFORE_NAMES = frozenset(
    {"mr", "mrs", "ms", "mx", "dr", "prof", "sgt", "lt", "capt", "cpl", "cmdr", "pvt", "det", "sen", "sens", "gov"}
    | {"adm", "brig", "col", "gen", "maj"}
)
"""Titles by their abbreviations, which stand before a name and nothing else: General may be Motors, Gen. is none."""

PERSONAL = ONLY_BEFORE_NAMES | {
    "baroness", "lord", "lady", "sir", "dame", "senator", "congressman", "congresswoman", "councillor", "mp", "msp",
    "mep", "ambassador", "ayatollah", "sheikh", "archbishop",
}  # fmt: skip
"""Titles that stand within no other name than after the body that a person belongs to: Labour MP Ana Silva."""

WRITTEN = ONLY_BEFORE_NAMES | {f"{title}." for title in ONLY_BEFORE_NAMES}

LONGEST = 3  # words of a person's name in nearly all of the news


def find_titled(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield tokens [start, end) of names behind an abbreviated title: Sgt [Mat Knowles], Lt. Gov. [Ana Silva].

    It assumes the capitals of English: the name is the words in capitals that follow, one to three of them.
    """
    end = 0
    for i in [i for i, lower in enumerate(doc.lowers) if lower in WRITTEN]:
        word = doc.texts[i]
        if i >= end and word[0].isupper() and not word.isupper():
            start = end = _behind(doc, i + 1)
            while end < len(doc) and _is_of_name(doc[end]):
                end += 1
            if 0 < end - start <= LONGEST:
                yield start, end


def _behind(doc: "Doc", at: int) -> int:
    """Return the token after a title, its full stop and titles that follow it."""
    while at < len(doc) and (doc[at].text == "." or is_title(doc[at].text)):
        at += 1
    return at


def _is_of_name(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.is_alpha and not token.is_upper
