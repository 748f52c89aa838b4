"""Find the articles that have some words, for the pages: ranked, with the piece of each text where they stand."""

from collections.abc import Sequence
from pathlib import Path

from flows.answers.reader import Reader
from flows.inputs.errors import UsageError
from flows.search.places import Snippet, snippet
from flows.search.search import Search, ranked_articles, texts_of
from flows.search.terms import Term, read_terms

MOST_FOUND = 5_000
"""Articles that a search finds at most: the best ones, and more than anybody reads or counts through."""


def found_by_words(reader: Reader, lake: Path, words: str) -> list[str]:
    """Return the article_ids of the current articles that have the words, the best first.

    Raises UsageError when there is no word, or no more than the first letter of one.
    """
    if all(_is_one_letter(term) for term in read_terms(words)):
        raise UsageError(f"{words} is the beginning of too many words to rank them: a letter more narrows them down")
    with reader.cursor() as cursor:
        ranked = ranked_articles(lake, cursor, Search(words, limit=MOST_FOUND))
    return [article_id for article_id, _ in ranked]


def _is_one_letter(term: Term) -> bool:
    """Return whether a term is the first letter of words, which each article has; not a character that is a word."""
    letter = term.words[-1]
    return term.is_prefix and len(term.words) == 1 and len(letter) == 1 and letter.lower() != letter.upper()


def snippets(reader: Reader, lake: Path, words: str, article_ids: Sequence[str]) -> dict[str, list[tuple[str, bool]]]:
    """Return by article_id the piece of its text where the words stand, in parts: each with whether it is a hit."""
    terms = read_terms(words)
    with reader.cursor() as cursor:
        texts = texts_of(lake, cursor, article_ids)
    return {article_id: _parts(snippet(text, terms)) for article_id, text in texts.items()}


def _parts(piece: Snippet) -> list[tuple[str, bool]]:
    parts, at = [], piece.start_char
    for start, end in piece.hits:
        parts += [(_cut(piece, at, start), False), (_cut(piece, start, end), True)]
        at = end
    return [*parts, (_cut(piece, at, piece.start_char + len(piece.text)), False)]


def _cut(piece: Snippet, start: int, end: int) -> str:
    return piece.text[start - piece.start_char : end - piece.start_char]
