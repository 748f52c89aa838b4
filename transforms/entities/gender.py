"""Whether a person of an article is a woman or a man, as far as titles, words of kinship and the first name tell."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from transforms.entities.name_forms import normalise
from transforms.lexicons.tables import lexicon_rows

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span


def gender_of(name: str, mentions: Iterable["Span"]) -> str | None:
    """Return `f` or `m` for a person's full name and its mentions; None when nothing tells, or the words disagree.

    Words before and beside the mentions (Mrs., spokeswoman, his wife) count before the first name.
    """
    told = {gender for mention in mentions for word in _words_beside(mention) if (gender := gender_of_word(word))}
    if told:
        return min(told) if len(told) == 1 else None
    words = normalise(name).split()
    # A name of one word is mostly a surname, and surnames that are first names as well tell nothing.
    return first_names().get(words[0]) if len(words) > 1 else None


def _words_beside(mention: "Span") -> list[str]:
    """Return the words that modify a name, or stand in apposition to it: `spokeswoman Ana Silva`, `her brother, Jo`."""
    root, doc = mention.root, mention.doc
    beside = [token.lower_.rstrip(".") for token in root.lefts]
    beside += [token.lower_ for token in root.rights if token.dep_ == "appos" and token.pos_ == "NOUN"]
    if mention.start:
        beside.append(doc[mention.start - 1].lower_.rstrip("."))
    return [*beside, root.head.lower_] if root.dep_ == "appos" else beside


def gender_of_word(word: str) -> str | None:
    """Return the gender that a title or noun in lower case tells; None for all others."""
    return gendered_words().get(word)


def gendered_nouns(doc: "Doc", start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """Return the nouns among the tokens [start, end) that mean a woman or a man, each with the gender.

    What stands in the spans `taken`, or is said of a name there, is left out.
    """
    named = {i for first, last in taken for i in range(first, last)}
    found = [(token, gender) for token in doc[start:end] if (gender := gender_of_word(token.lower_))]
    return [
        (token.i, gender)
        for token, gender in found
        if token.i not in named
        and token.pos_ == "NOUN"
        and token.head.i not in named
        and not any(child.i in named and child.dep_ in {"appos", "compound"} for child in token.children)
    ]


@cache
def gendered_words() -> dict[str, str]:
    """Return the gender by title or noun."""
    return {word: gender for gender, words in lexicon_rows("gendered_words.tsv") for word in words.split()}


@cache
def first_names() -> dict[str, str]:
    """Return the gender by first name, folded as `normalise` does."""
    return dict(lexicon_rows("first_names.tsv"))
