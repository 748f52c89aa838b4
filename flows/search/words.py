"""What is a word for the search: in texts, in questions, and in languages that put no spaces between words."""

import unicodedata
from collections.abc import Iterator

import regex

_SCRIPTS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"

_UNSPACED = rf"{_SCRIPTS}\p{{M}}*"
"""A character of a script that is written without spaces, each of which is a word here: a run of them is a phrase."""

_LETTER = regex.compile(_UNSPACED)

_WORD = regex.compile(rf"[[\p{{L}}\p{{N}}\p{{M}}\p{{Co}}]--{_SCRIPTS}]+|{_UNSPACED}", regex.VERSION1)
"""A word as the index's tokenizer sees it, which also takes letters, numbers, marks and private characters."""

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
"""SQLite's: words by Unicode categories, without case and diacritics."""


def spaced(text: str) -> str:
    """Return `text` with spaces around each character of the scripts that have none between words."""
    return _LETTER.sub(r" \g<0> ", text)


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text in order, folded, each with its offset and the one after it."""
    for found in _WORD.finditer(text):
        yield folded(found[0]), found.start(), found.end()


def folded(word: str) -> str:
    """Return a word without case and diacritics."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
