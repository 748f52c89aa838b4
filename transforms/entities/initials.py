"""What initials stand for, by the article before them or the name before their bracket."""

from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.name_words import kind_words

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

CHANNEL = 3
"""Letters of an abbreviation before a town that are no person's initials."""


def in_bracket(doc: "Doc", name: NameCandidate) -> str | None:
    """Return what initials in a bracket stand for, if that is a law by the word before: the Care Act (CA)."""
    if not name.text.isupper() or name.start <= 1 or name.end >= len(doc):
        return None
    if doc[name.start - 1].text != "(" or not doc[name.end].text.startswith(")"):
        return None
    word = doc[name.start - 2]
    return "law" if word.text.istitle() and kind_words().get(word.lower_) == "law" else None


def is_initials(name: NameCandidate, before: "Token | None") -> bool:
    """Tell whether two or three letters behind an article stand for a body's name: the SN's spokeswoman."""
    is_short = name.text.isalpha() and name.text.isupper() and len(name.text) <= CHANNEL
    return is_short and before is not None and before.lower_ == "the"
