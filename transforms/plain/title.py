"""Find the title of a plain-text scrape among the menus that stand before its body."""

import math
import re
from collections import Counter
from collections.abc import Container, Sequence

from transforms.plain.blocks import PlainBlock, terms
from transforms.records.reasons import Role
from transforms.text.byline import is_announced, is_person_name
from transforms.text.dates import parse_date

WORDS = range(3, 31)
"""Words of a title: fewer are a section or a menu, more are a paragraph."""

CHARS = range(12, 221)  # the same in characters, for scripts without spaces

REACH = 80
"""Blocks before the body among which the title is looked for: byline, date, share bar and captions stand between."""

INTO_BODY = 2
"""The title may stand up to the body's second paragraph: a caption may have been taken for the first."""

NEAR_RUN = 30
"""The same before a run that may be another thing than the body, such as a list of the publisher's sites."""

LIKELY = 10
"""Best blocks that are looked up among the others: keeps the time linear in a long text."""

NEAR = 8
"""Blocks after the title among which byline and date stand."""

USUAL_CHARS = 95
"""Up to this a headline is of usual length; a standfirst is longer."""

LEAST_ECHO = 20
"""Characters from which it is no chance that a line stands within another one."""

_CREDIT = re.compile(
    r"(?:^|\W)(?:photo|foto|bild|image|imagem|credit|quelle|source|写真|사진|제공)\s*[:：=/]"
    r"|\W(?:getty(?: images)?|reuters|afp|dpa|epa|alamy|shutterstock|imago)(?:\W*$|/)|\s@\w+$|撮影|提供",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[|–—-]$|^(?:\S+ ){1,3}\d+$")
"""A line that something follows, as "Column by Jane Roe -", or a tag with the number of its articles."""

_SYLLABLES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4}")
_SITE_TAIL = re.compile(r"\s{0,3}[|–—-]\s")


def title_position(blocks: Sequence[PlainBlock], body: Sequence[int]) -> int | None:
    """Return the position of the title before the `body`, given by its positions; None when no block reads as one.

    The title shares words with the body, which menus do not; a standfirst, byline and date follow it; breadcrumbs,
    share links and lists of what is read most repeat it. A question that opens the body can be a title, too.
    """
    first = body[0]
    # What may itself be the title must not speak for itself.
    lead = int(_can_be_title(blocks[first], is_first=True))
    said = _said(blocks, body[lead:])
    inside = set(body) - {first}
    reach = range(max(first - REACH, 0), body[:INTO_BODY][-1] + 1)
    marks = {p for p in range(reach.start, min(reach.stop + NEAR, len(blocks))) if _is_byline_or_date(blocks[p])}
    scores = {
        position: _score(blocks[position].text, said)
        * _standing(blocks, position, marks)
        * (1 - 0.3 * abs(first - position) / REACH)
        for position in reach
        if position not in inside and _can_be_title(blocks[position], is_first=position == first)
    }
    texts = _echoing(blocks)
    likely = sorted(scores, key=lambda position: -scores[position])[:LIKELY]
    scores = {position: scores[position] * _echo(blocks[position].text.casefold(), texts) for position in likely}
    best = max(likely, key=lambda position: scores[position], default=None)
    return best if best is not None and scores[best] > 0 else None


def headline(blocks: Sequence[PlainBlock], run: range) -> tuple[bool, float]:
    """Return whether the line that reads best as the title of a run stands in the text more than once, and how well."""
    said, texts = _said(blocks, run), _echoing(blocks)
    reach = range(max(run.start - NEAR_RUN, 0), run[:INTO_BODY][-1] + 1)
    lines = [blocks[p].text for p in reach if _can_be_title(blocks[p], is_first=p == run.start)]
    scored = [(_score(line, said) * (echo := _echo(line.casefold(), texts)), echo > 1) for line in lines]
    score, is_repeated = max(scored, default=(0.0, False))
    return is_repeated, score


def _said(blocks: Sequence[PlainBlock], positions: Sequence[int]) -> Counter[str]:
    """Return how often the blocks at some positions have each word."""
    return Counter(term for position in positions for term in terms(blocks[position].text))


def _echoing(blocks: Sequence[PlainBlock]) -> list[str]:
    """Return the texts, in small letters, that can repeat a title: those that are not much longer than one."""
    return [block.text.casefold() for block in blocks if len(block.text) <= CHARS.stop + USUAL_CHARS]


def _can_be_title(block: PlainBlock, *, is_first: bool) -> bool:
    if is_first and block.is_prose and not (block.text.endswith("?") and len(block.text) <= USUAL_CHARS):
        return False
    text = block.text
    if _LABEL.search(text):
        return False
    if block.wording or len(text) not in CHARS or _CREDIT.search(text) or (is_person_name(text) and text.istitle()):
        return False
    return len(text.split()) in WORDS or bool(_SYLLABLES.search(text))


def _score(text: str, said: Counter[str]) -> float:
    """Return how much a text reads as the title of a body whose words are counted in `said`; 0 for not at all."""
    words = set(terms(text))
    shared = sum(1 for word in words if said[word])
    # A share alone would prefer a lone name to a headline, a count alone a standfirst.
    score = shared / (len(words) + 1) * math.sqrt(min(len(words), 8))
    if text.endswith((".", "。", "।", ":", "…")):
        score *= 0.4
    return score if len(text) <= USUAL_CHARS else 0.7 * score


def _standing(blocks: Sequence[PlainBlock], position: int, marks: Container[int]) -> float:
    """Return how well a block stands for a title: right before a longer standfirst, a little before byline and date."""
    distance = next((number for number in range(NEAR) if position + 1 + number in marks), NEAR)
    own, after = len(blocks[position].text), len(blocks[position + 1].text) if position + 1 < len(blocks) else 0
    has_standfirst = own > 25 and 1.15 * own < after <= CHARS.stop
    # Both weights were set on scrapes of news pages in 25 languages.
    return (1 + 2 * (NEAR - distance) / NEAR) * (1.4 if has_standfirst else 1)


def _is_byline_or_date(block: PlainBlock) -> bool:
    if len(block.text) > 90:
        return False
    return block.wording in (Role.DATELINE, Role.BYLINE) or is_announced(block.text) or bool(parse_date(block.text))


def _echo(text: str, texts: Sequence[str]) -> float:
    """Return 2 for a title that other blocks repeat, alone or with the site's name or the breadcrumbs grown on."""
    alone = texts.count(text) > 1
    grown = len(text) >= LEAST_ECHO and any(_is_grown(other, text) for other in texts)
    return (2 if alone else 1) * (2 if grown else 1)


def _is_grown(other: str, text: str) -> bool:
    if len(other) <= len(text):
        return False
    before = other.removesuffix(text)
    return (before != other and before.rstrip()[-1:].isalnum()) or (
        other.startswith(text) and bool(_SITE_TAIL.match(other, len(text)))
    )
