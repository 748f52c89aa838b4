"""What reports speech: a cue, who speaks, what is said; and the words that do so."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_rows, lexicon_terms

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEAR = 8  # tokens between a cue and its speaker: beyond, other words stand between them


@dataclass(frozen=True, slots=True)
class Report:
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
