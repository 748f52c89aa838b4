"""Read a plain-text scrape: title, byline, dateline and body among menus, comment forms and other furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.byline import byline_words, parse_byline
from transforms.plain_blocks import PlainBlock, plain_blocks
from transforms.plain_body import body_run
from transforms.plain_title import title_position
from transforms.reading import Found, Moment, Page, PageBlock
from transforms.reasons import BlockReason, Role
from transforms.written_date import parse_date

NEAR_TITLE = 12
"""Blocks around title and body's beginning among which byline, date and comment count stand."""

DATELINE_CHARS = 90  # a line with a date is longer only when it is part of the story
BYLINE_CHARS = 120

_COUNT = re.compile(
    r"(\d{1,6})(?:\s+(?:comments?|replies|kommentare?|commentaires?|comentarios?|commenti))?", re.IGNORECASE
)
_CHANGED = re.compile(
    r"updated|modified|aktualisiert|geändert|mis à jour|modifié|actualizado|aggiornato|обновлено|更新", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of an article stand among the blocks of a text."""

    blocks: Sequence[PlainBlock]
    body: range
    title: int | None

    @property
    def head(self) -> list[int]:
        """The positions where byline, date and comment count may stand: around the title, up to the body."""
        title = self.body.start if self.title is None else self.title
        start = max(0, title - NEAR_TITLE // 4)
        return [p for p in range(start, min(self.body.start + 2, len(self.blocks))) if p != self.title]


def read_plain_text(text: str) -> Page:
    """Read a plain text; a Page without kept blocks means that no article was found in it."""
    blocks = plain_blocks(text)
    body = body_run(blocks)
    places = _Places(blocks, body, title_position(blocks, body) if body else None)
    byline, authors = _byline(places)
    dates = _dates(places)
    count = next((position for position in places.head if _is_count(blocks, position)), None) if body else None
    special = dict.fromkeys(dates, Role.DATELINE)
    special |= {
        position: role
        for position, role in ((byline, Role.BYLINE), (count, Role.COMMENT_COUNT))
        if position is not None
    }
    published = next((moment for p, moment in dates.items() if not _CHANGED.search(blocks[p].text)), None)
    modified = next((moment for p, moment in dates.items() if _CHANGED.search(blocks[p].text)), None)
    return Page(
        blocks=tuple(_judged(places, position, special.get(position)) for position in range(len(blocks))),
        title=Found(blocks[places.title].text, "title_block") if places.title is not None else None,
        authors=Found(authors, "byline") if authors else None,
        published_at=Found(published, "dateline") if published else None,
        modified_at=Found(modified, "dateline") if modified else None,
        comment_count=_number(blocks[count].text) if count is not None else None,
    )


def _byline(places: _Places) -> tuple[int | None, tuple[str, ...]]:
    """Return the position of the byline and the names in it; a line of names alone counts only beside a date."""
    for position in places.head:
        text = places.blocks[position].text
        if len(text) > BYLINE_CHARS or places.blocks[position].is_prose:
            continue
        if _announces(text) or _has_date_beside(places.blocks, position):
            names = parse_byline(text)
            if names:
                return position, names
    return None, ()


def _announces(text: str) -> bool:
    folded = text.casefold()
    return any(folded.startswith((f"{word} ", f"{word}:")) for word in byline_words("before"))


def _has_date_beside(blocks: Sequence[PlainBlock], position: int) -> bool:
    beside = [*blocks[max(position - 1, 0) : position], *blocks[position + 1 : position + 2]]
    return any(len(block.text) <= DATELINE_CHARS and parse_date(block.text) for block in beside)


def _dates(places: _Places) -> dict[int, Moment]:
    """Return the dates that stand in lines of their own around the title, by their positions."""
    lines = [p for p in places.head if len(places.blocks[p].text) <= DATELINE_CHARS and not places.blocks[p].is_prose]
    found = ((position, parse_date(places.blocks[position].text)) for position in lines)
    return {position: moment for position, moment in found if moment}


def _is_count(blocks: Sequence[PlainBlock], position: int) -> bool:
    return bool(_COUNT.fullmatch(blocks[position].text))


def _number(text: str) -> int:
    match = _COUNT.fullmatch(text)
    return int(match[1]) if match else 0


def _judged(places: _Places, position: int, special: Role | None) -> PageBlock:
    """Return a block with the verdict on it."""
    block = places.blocks[position]
    if position == places.title:
        return PageBlock(text=block.text, kept=False, role=Role.TITLE, reason=BlockReason.SHAPE)
    if special:
        return PageBlock(text=block.text, kept=False, role=special, reason=BlockReason.SHAPE)
    if block.wording:
        return PageBlock(text=block.text, kept=False, role=block.wording, reason=BlockReason.PHRASE)
    if places.title is not None and block.text == places.blocks[places.title].text:
        return PageBlock(text=block.text, kept=False, role=Role.TITLE, reason=BlockReason.SAME_AS_TITLE)
    if position in places.body and block.repeats == 1:
        return PageBlock(text=block.text, kept=True, role=_body_role(block), reason=BlockReason.MAIN_RUN)
    reason = BlockReason.REPEATED if block.repeats > 1 else BlockReason.NOT_BODY
    return PageBlock(text=block.text, kept=False, role=Role.OTHER if block.is_prose else Role.NAVIGATION, reason=reason)


def _body_role(block: PlainBlock) -> Role:
    if block.is_bullet:
        return Role.LIST
    return Role.BODY if block.is_prose or block.is_sentence else Role.HEADING
