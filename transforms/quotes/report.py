"""What reports speech: a cue, who speaks, what is said; and the words that do so."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from transforms.lexicons.tables import lexicon_rows, lexicon_terms

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

NEAR = 8  # tokens between a cue and its speaker: beyond, other words stand between them

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of the verbs that make a clause of what stands beside them."""


class Report(NamedTuple):
    """A cue, the phrase that names the speaker, and the tokens [start, end) of what is said.

    `content` is None where the parse shows none: what is said then stands in quotation marks near by.
    """

    cue: "Token"
    speaker: "Span | None"
    content: tuple[int, int] | None = None
    method: str = "marks"

    def group(self) -> tuple[int, int]:
        """Return the tokens [start, end) of the cue together with a speaker that stands beside it."""
        return _group(self.cue, self.speaker)


class Cues:
    """Reports by where their cues stand."""

    def __init__(self, reports: Iterable[Report]) -> None:
        """Take the reports; of two with one cue the later one is kept by its token."""
        self._reports = list(reports)
        self.by_token = {report.cue.i: report for report in self._reports}
        self._ends = sorted((report.cue.end_char, number) for number, report in enumerate(self._reports))

    def ending_within(self, start_char: int, end_char: int) -> Iterator[Report]:
        """Yield the reports whose cue ends in [start_char, end_char], in the order in which they were given."""
        found = self._ends[bisect_left(self._ends, (start_char, 0)) : bisect_left(self._ends, (end_char + 1, 0))]
        return (self._reports[number] for number in sorted(number for _, number in found))


def _group(cue: "Token", speaker: "Span | None") -> tuple[int, int]:
    if speaker is not None and speaker.end <= cue.i < speaker.end + NEAR:
        return speaker.start, cue.i + 1
    if speaker is not None and cue.i < speaker.start <= cue.i + NEAR:
        return cue.i, speaker.end
    return cue.i, cue.i + 1


@cache
def reporting_verbs() -> dict[str, frozenset[str]]:
    """Return what each reporting verb takes, by its lemma."""
    return {lemma: frozenset(takes.split()) for lemma, takes in lexicon_rows("reporting_verbs.tsv")}


@cache
def reporting_nouns() -> frozenset[str]:
    """Return the nouns that report speech."""
    return frozenset(lexicon_terms("reporting_nouns.txt"))
