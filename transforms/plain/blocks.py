"""Split a plain text into blocks: paragraphs, or lines where each line is a paragraph."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise, starmap

import regex

from transforms.records.reasons import Role
from transforms.text.comment_form import is_comment_form
from transforms.text.wording import role_of_wording

WRAPPED = range(45, 100)
"""Line lengths of text that was wrapped by a mail program or an editor: set to 72 to 80 columns, less the last word."""

SHORTEST_WRAPPED = 20
"""Characters of a line that goes on after a blank line: markup within a line of the source makes some short."""

WRAPPED_ROW = 5
"""Lines in a row each of which goes on with the one before it, by which such a text is told: of 119 scrapes of news
pages four have rows of 7 and 8, no other one of more than 4."""

PROSE_CHARS = 75
"""A paragraph of an article is longer; headings, captions and links are shorter (it is about a dozen words)."""

CJK_SIZE = 3
"""How many letters a character stands for in scripts whose words are one or two characters."""

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟:：;][\"'”’»“)\]」』]*$|[」』]$")
_WORD = regex.compile(r"[\w\p{M}]{4,}")
_SYLLABLES = re.compile(r"(?=([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}))")
_SMALL_LETTER = regex.compile(r"(?:[-–—] )?\p{Ll}")
_BULLET = re.compile(r"^(?:[-*•–·‣▪]|\d{1,2}[.)])\s+\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainBlock:
    """A block of a plain text, with the features that tell what it is."""

    text: str
    is_repeated: bool
    """Whether the same text stands in the document more than once; of equal paragraphs, the first is not."""

    wording: Role | None
    """What its wording says that it is."""

    size: int
    """Its length in letters of an alphabet."""

    is_sentence: bool
    """Whether it ends as a sentence does."""

    is_bullet: bool
    """Whether it opens as an item of a list does."""

    @property
    def is_furniture(self) -> bool:
        """Whether it is no part of an article: by its wording, or because it is repeated."""
        return self.is_repeated or self.wording is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph: long enough, and a sentence."""
        return self.size >= PROSE_CHARS and self.is_sentence


def terms(text: str) -> list[str]:
    """Return what a text speaks of: beginnings of its longer words, pairs of characters where words are short."""
    folded = text.casefold()
    return [word[:8] for word in _WORD.findall(folded)] + _SYLLABLES.findall(folded)


def plain_blocks(text: str) -> tuple[PlainBlock, ...]:
    """Split a text into its blocks, in order, white space folded; lines of a wrapped paragraph are joined."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = _joined(_BLANK.split(text))
    found = [" ".join(block.split()) for part in parts for block in _paragraphs(part.strip().split("\n"))]
    counts, seen = Counter(found), set[str]()
    wordings = {block: _wording(block) for block in counts}  # menus stand on a page more than once
    blocks: list[PlainBlock] = []
    for block in filter(None, found):
        blocks.append(_block(block, is_single=counts[block] == 1, is_first=block not in seen, wording=wordings[block]))
        seen.add(block)
    return tuple(blocks)


def _joined(parts: list[str]) -> list[str]:
    """Return what stands between blank lines, the lines of a sentence joined that a blank line parts from each other.

    A scrape of a page whose source was wrapped has each of its lines as a paragraph. It is told by a row of lines each
    of which goes on with the one before it; in other texts a small letter begins a byline or an item of a menu.
    """
    lines = [part.strip() for part in parts]
    goes_on = [False, *starmap(_goes_on, pairwise(lines))]
    rows = [sum(row) for is_on, row in groupby(goes_on) if is_on]
    if max(rows, default=0) < WRAPPED_ROW:
        return lines
    joined: list[str] = []
    for line, is_on in zip(lines, goes_on, strict=True):
        if is_on:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _goes_on(line: str, following: str) -> bool:
    return (
        SHORTEST_WRAPPED <= len(line) < WRAPPED.stop
        and _SMALL_LETTER.match(following) is not None
        and not _SENTENCE_END.search(line)
    )


def _wording(text: str) -> Role | None:
    return Role.COMMENT_FORM if is_comment_form(text) else role_of_wording(text)


def _block(text: str, *, is_single: bool, is_first: bool, wording: Role | None) -> PlainBlock:
    size = len(text) + (CJK_SIZE - 1) * len(_CJK.findall(text))
    is_sentence = bool(_SENTENCE_END.search(text.rstrip(" \ufffd")[-6:]))  # a broken byte may stand at the end
    return PlainBlock(
        text=text,
        is_repeated=not (is_single or (is_first and is_sentence and size >= PROSE_CHARS)),
        wording=wording,
        size=size,
        is_sentence=is_sentence,
        is_bullet=bool(_BULLET.match(text)),
    )


def _paragraphs(lines: list[str]) -> list[str]:
    """Return what stands between two blank lines as paragraphs: one when it was wrapped, else each line."""
    lengths = [len(line.rstrip()) for line in lines[:-1]]
    if not lengths or min(lengths) < WRAPPED.start:
        return lines
    is_narrow = max(lengths) in WRAPPED and len(lines[-1]) < WRAPPED.stop
    return [" ".join(lines)] if is_narrow or _breaks_sentences(lines) else lines


def _breaks_sentences(lines: list[str]) -> bool:
    """Whether at least every other line ends within a sentence, as in text wrapped at a wider column."""
    broken = sum(line.lstrip()[:1].islower() for line in lines[1:])
    return broken * 2 >= len(lines) - 1
