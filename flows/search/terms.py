"""Read what somebody looks for: words, "phrases" and beginnings of words*."""

from dataclasses import dataclass

import regex

from flows.inputs.errors import UsageError
from flows.search.words import words

_TERM = regex.compile(r'["“”„«»](?P<phrase>[^"“”„«»]*)(?:["“”„«»]|$)|(?P<word>[^\s"“”„«»]+)')

_STAR = "*"

MOST_WORDS = 64
"""A question of more words is a document; and each word costs a look into the index."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another, folded; the last one may go on when `is_prefix`."""

    words: tuple[str, ...]
    is_prefix: bool = False


def read_terms(looked_for: str) -> tuple[Term, ...]:
    """Return the terms, all of which an article must have; raises UsageError when there is no word, or are too many.

    What stands in quotation marks is a phrase; so is a word with a mark in it, such as U.S. or vice-president, and a
    run of characters of a script without spaces. A star behind a word, or behind the last one of a phrase, means that
    it may go on.
    """
    terms = [_term(found["phrase"] or found["word"] or "") for found in _TERM.finditer(looked_for)]
    given = tuple(term for term in terms if term.words)
    if not given:
        raise UsageError("there is no word to look for")
    if sum(len(term.words) for term in given) > MOST_WORDS:
        raise UsageError(f"that is more than {MOST_WORDS} words to look for")
    return given


def _term(written: str) -> Term:
    return Term(tuple(word for word, _, _ in words(written)), written.rstrip().endswith(_STAR))


def match_expression(terms: tuple[Term, ...], column: str = "title text") -> str:
    """Return the terms as FTS5 asks for them in some columns; every word is quoted, so that none is an operator."""
    asked = " AND ".join(f'"{" ".join(term.words)}"{" *" if term.is_prefix else ""}' for term in terms)
    return f"{{{column}}} : ({asked})"
