"""What is a word for the search: in texts, in questions, and in languages that put no spaces between words."""

import unicodedata
from collections.abc import Iterator, Sequence

import regex

_SCRIPTS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"

_UNSPACED = rf"{_SCRIPTS}\p{{M}}*"
"""A character of a script that is written without spaces, each of which is a word here: a run of them is a phrase."""

_LETTER = regex.compile(_UNSPACED)

_SPACED = regex.compile(rf"[[\p{{L}}\p{{N}}\p{{M}}\p{{Co}}]--{_SCRIPTS}]", regex.VERSION1)
"""A character of a word in scripts with spaces."""

_WORD = regex.compile(rf"{_SPACED.pattern}+|{_UNSPACED}", regex.VERSION1)
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


def words_from(text: str, first: str) -> Iterator[Iterator[regex.Match[str]]]:
    """Yield for each word of a text that begins as `first` does the words from there on."""
    is_spaced = _SPACED.match(first)
    at = text.find(first)
    while at >= 0:
        if not (is_spaced and at and _SPACED.match(text, at - 1)):
            yield _WORD.finditer(text, at)
        at = text.find(first, at + 1)


def folded(word: str) -> str:
    """Return a word without case and diacritics."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


def folded_text(text: str) -> tuple[str, Sequence[int]]:
    """Return a text with the characters of its words folded, and for each of its offsets the one in `text`.

    Words are found in it in a tenth of the time that folding each word takes.
    """
    folds = text.translate(_FOLDS)
    if len(folds) == len(text) and _NONE not in folds:
        return folds, range(len(text) + 1)
    parts = [_folded_character(character) for character in text]
    return "".join(parts), [at for at, part in enumerate(parts) for _ in part] + [len(text)]


def _folded_character(character: str) -> str:
    """Return a character of a word folded: none, one or several, all of words; another character as it is."""
    fold = folded(character) if _WORD.match(character) else character
    return fold if all(_WORD.match(one) for one in fold) else character


_NONE = "\uffff"
"""Stands for a character that is folded to none: no text has it, since it is no character."""


class _Folds(dict[int, str]):
    """What each character is folded to, as it is asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded_character(chr(code)) or _NONE
        return self[code]


_FOLDS = _Folds()
