"""Keep what is said within the sentence of its cue, where the parse runs on from one sentence into another."""

import re
from collections.abc import Sequence

from transforms.quotes.quotation_marks import Quotation

_SENTENCE_BREAK = re.compile(r"[.!?](?<=[a-z]{4}[.!?])['’]?(?:-+\s*|\s+(?:[-–]\s+)?(?=[\"“‘'(\[]?[A-Z]))")
"""A mark that ends a sentence behind a whole word, no abbreviation; where spaces were lost a hyphen follows."""

_HEADING_END = re.compile(
    r"\s(?<=\w['’]\s)\s*(?=(?:The|An?|This|These|It|He|She|They|His|Her|Its|Their|In|On|At|Outside|After|Before|When|While)\s)"
)
"""Where a heading that ends with a mark is glued to a sentence: 'Proud of the town' The mayor came."""


def within_sentence(
    text: str, start_char: int, end_char: int, cue_char: int, quotations: Sequence[Quotation]
) -> tuple[int, int]:
    """Return the part of [start_char, end_char) that stands in the sentence of its cue.

    Within marks there may be several sentences; `quotations` are those that what is said touches.
    """
    for mark in _breaks(text, start_char, end_char):
        if any(one.outer_start < mark.start() < one.outer_end for one in quotations):
            continue
        if mark.end() <= cue_char:
            start_char = mark.end()
        elif mark.start() > cue_char:
            return start_char, mark.start()
    return start_char, end_char


_MARK_CLOSES = re.compile(r"(?<=[a-z][a-rt-z])['’]\s+(?=[A-Z])")
_MARK_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
"""A single mark that closes what another opened before the cue; behind an s it may be a possessive."""


def _breaks(text: str, start_char: int, end_char: int) -> list[re.Match[str]]:
    """Return the ends of sentences and headings, in their order."""
    found = [mark for breaks in (_SENTENCE_BREAK, _HEADING_END) for mark in breaks.finditer(text, start_char, end_char)]
    if _MARK_OPENS.search(text, start_char, end_char) is None:
        found += _MARK_CLOSES.finditer(text, start_char, end_char)
    return sorted(found, key=re.Match.start)


def ends_sentence(word: str) -> bool:
    """Whether a word holds the end of a sentence with a hyphen behind it: said.- Later."""
    return not word.isalpha() and _SENTENCE_BREAK.search(word) is not None
