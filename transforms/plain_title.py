"""Find the title of a plain-text scrape among the menus that stand before its body."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from transforms.plain_blocks import PlainBlock

WORDS = range(3, 31)
"""Words of a title: fewer are a section or a menu, more are a paragraph."""

CHARS = range(12, 221)  # the same in characters, for scripts without spaces

REACH = 40
"""Blocks before the body among which the title is looked for: byline, date, share bar and caption stand between."""

ENOUGH = 0.6
"""Share of the best score that makes a block the title: set on scrapes of news pages in 25 languages."""

_CREDIT = re.compile(
    r"(?:^|\W)(?:photo|foto|bild|image|imagem|credit|quelle|source|getty|reuters|afp|dpa|epa|写真|사진|제공)(?:\s*[:：=/]|\W*$|/)|撮影|提供",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w{4,}")
_SYLLABLES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")


def title_position(blocks: Sequence[PlainBlock], body: range) -> int | None:
    """Return the position of the title before the `body`; None when no block there reads as one.

    The title shares words with the body, which menus do not; of the blocks that share enough the first is taken, for
    standfirst and captions come behind it.
    """
    said = Counter(_terms(" ".join(blocks[position].text for position in body)))
    scores = {p: _score(blocks[p], said) for p in range(max(body.start - REACH, 0), body.start)}
    most = max(scores.values(), default=0)
    return next((position for position, score in scores.items() if score > 0 and score >= ENOUGH * most), None)


def _score(block: PlainBlock, said: Counter[str]) -> float:
    """Return how much a block reads as the title of a body whose words are counted in `said`; 0 for not at all."""
    if block.wording or _CREDIT.search(block.text) or not (len(block.text) in CHARS and _has_length(block.text)):
        return 0
    terms = set(_terms(block.text))
    shared = sum(1 for term in terms if said[term])
    ends_as_sentence = block.text.endswith((".", "。", ":", "…"))
    # A share alone would prefer a lone name to a headline, a count alone a standfirst.
    return shared / (len(terms) + 1) * math.sqrt(min(len(terms), 8)) * (0.6 if ends_as_sentence else 1)


def _has_length(text: str) -> bool:
    return len(text.split()) in WORDS or len(_SYLLABLES.findall(text)) >= 4


def _terms(text: str) -> list[str]:
    folded = text.casefold()
    return [word[:8] for word in _WORD.findall(folded)] + _SYLLABLES.findall(folded)
