"""Find where in an article the words are that somebody looks for, and cut out what surrounds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from flows.search.terms import Term
from flows.search.words import folded_text, words_from

AROUND = 160
"""Characters of a snippet: two lines of a terminal."""

OPEN, CLOSE = "⟦", "⟧"
"""Marks around a hit: brackets that no news are written with."""

LONGEST_WORD = 20
"""Characters within which a word ends, in scripts with spaces."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text with its hits.

    `start_char` is its offset in the text, `hits` are offsets in the text too, `goes_on` says whether the text does.
    """

    text: str
    start_char: int
    hits: tuple[Span, ...]
    goes_on: bool

    def marked(self) -> str:
        """Return the piece in one line, with each hit in ⟦double brackets⟧ and an ellipsis where the text goes on."""
        parts, at = ["… " if self.start_char else ""], self.start_char
        for start, end in self.hits:
            parts += [self._cut(at, start), OPEN, self._cut(start, end), CLOSE]
            at = end
        parts += [self._cut(at, self.start_char + len(self.text)), " …" if self.goes_on else ""]
        return " ".join("".join(parts).split())

    def _cut(self, start: int, end: int) -> str:
        return self.text[start - self.start_char : end - self.start_char]


def find_hits(text: str, terms: Sequence[Term]) -> list[tuple[int, Span]]:
    """Return where the terms stand in a text: the number of each term with its span, in the order of the text."""
    folds, offsets = folded_text(text)
    hits = []
    for number, term in enumerate(terms):
        for following in words_from(folds, term.words[0]):
            here = list(islice(following, len(term.words)))
            if _is_here([word[0] for word in here], term):
                hits.append((number, (offsets[here[0].start()], offsets[here[-1].end()])))
    return sorted(hits, key=lambda hit: (hit[1][0], hit[0]))


def _is_here(here: Sequence[str], term: Term) -> bool:
    if len(here) < len(term.words) or here[:-1] != list(term.words[:-1]):
        return False
    return here[-1].startswith(term.words[-1]) if term.is_prefix else here[-1] == term.words[-1]


def snippet(text: str, terms: Sequence[Term]) -> Snippet:
    """Return the piece of a text where most of the terms stand closest together; its beginning where none does."""
    hits = find_hits(text, terms)
    if not hits:
        return Snippet(text[:AROUND], 0, (), len(text) > AROUND)
    best = max(range(len(hits)), key=lambda number: (*_terms_from(hits, number), -number))
    first = hits[best][1]
    within = _non_overlapping([span for _, span in hits[best:] if span == first or span[1] <= first[0] + AROUND])
    slack = max(0, AROUND - (within[-1][1] - first[0])) // 2
    start = _near_space(text, max(0, first[0] - slack), first[0])
    end = _near_space(text, min(len(text), within[-1][1] + slack), len(text))
    return Snippet(text[start:end], start, tuple(within), end < len(text.rstrip()))


def _terms_from(hits: Sequence[tuple[int, Span]], first: int) -> tuple[int, int]:
    """Return how many terms stand within a snippet that begins with a hit, and how close: the less, the farther."""
    begin = hits[first][1][0]
    terms, reach = set[int](), 0
    for number, (_, end) in hits[first:]:
        if end > begin + AROUND:
            break
        if number not in terms:
            terms.add(number)
            reach = end - begin
    return len(terms), -reach


def _non_overlapping(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _near_space(text: str, at: int, limit: int) -> int:
    """Return the end of the word at an offset, which no later than `limit` is over; the offset itself in a long run."""
    if at in (0, limit):
        return at
    space = text.find(" ", at, min(at + LONGEST_WORD, limit))
    return space if space >= 0 else at
