"""Split a plain text into blocks: paragraphs, or lines where each line is a paragraph."""

import re
from collections import Counter
from dataclasses import dataclass

from transforms.phrase_role import role_of_wording
from transforms.reasons import Role

WRAPPED = range(45, 100)
"""Line lengths of text that was wrapped by a mail program or an editor: set to 72 to 80 columns, less the last word."""

PROSE_CHARS = 75
"""A paragraph of an article is longer; headings, captions and links are shorter (it is about a dozen words)."""

PROSE_CHARS_CJK = 25  # the same in scripts whose words are one or two characters

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟:：;][\"'”’»“)\]」』]*$|[\"”»」』]$")
_BULLET = re.compile(r"^(?:[-*•–·‣▪]|\d{1,2}[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class PlainBlock:
    """A block of a plain text, with the features that tell what it is."""

    text: str
    repeats: int
    """How often the same text stands in the document."""

    wording: Role | None
    """What its wording says that it is."""

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph: long enough, and a sentence."""
        least = PROSE_CHARS_CJK if len(_CJK.findall(self.text)) * 2 > len(self.text) else PROSE_CHARS
        return len(self.text) >= least and self.is_sentence

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def is_bullet(self) -> bool:
        """Whether it opens as an item of a list does."""
        return bool(_BULLET.match(self.text))


def plain_blocks(text: str) -> tuple[PlainBlock, ...]:
    """Split a text into its blocks, in order, white space folded; lines of a wrapped paragraph are joined."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = [" ".join(block.split()) for part in _BLANK.split(text) for block in _paragraphs(part.strip().split("\n"))]
    repeats = Counter(found)
    return tuple(PlainBlock(block, repeats[block], role_of_wording(block)) for block in found if block)


def _paragraphs(lines: list[str]) -> list[str]:
    """Return what stands between two blank lines as paragraphs: one when it was wrapped, else each line."""
    lengths = [len(line.rstrip()) for line in lines[:-1]]
    if lengths and min(lengths) in WRAPPED and max(lengths) in WRAPPED and len(lines[-1]) < WRAPPED.stop:
        return [" ".join(lines)]
    return lines
