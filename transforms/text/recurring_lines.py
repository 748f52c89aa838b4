"""Drop lines that recur in many articles of one publication: furniture that a page alone cannot tell from its text."""

from collections.abc import Mapping
from dataclasses import replace

from transforms.records.page import Page, PageBlock
from transforms.records.reasons import BlockReason, Role

RecurringLines = Mapping[str, frozenset[str]]
"""The lines that recur, by publication: the name of the site, or of the source where the page names no site."""

NOTHING_RECURS: RecurringLines = {}
"""What is known of a publication's lines before the first of its articles is stored."""


MOST_DROPPED = 0.5
"""Share of an article's characters above which what recurs is the article: a notice that is published each day."""


def drop_recurring(page: Page, source: str, recurring: RecurringLines) -> Page:
    """Return the page without the lines that recur in its publication; text that was given as the article's stays.

    A page of which more would be lost than stays is returned as it is.
    """
    lines = recurring.get(page.site or source)
    if not lines:
        return page
    rest = replace(page, blocks=tuple(_judged(block, lines) for block in page.blocks))
    return rest if _kept_chars(rest) >= (1 - MOST_DROPPED) * _kept_chars(page) else page


def _kept_chars(page: Page) -> int:
    return sum(len(block.text) for block in page.blocks if block.kept)


def _judged(block: PageBlock, lines: frozenset[str]) -> PageBlock:
    if not block.kept or block.reason is BlockReason.GIVEN or block.text not in lines:
        return block
    return replace(block, kept=False, role=Role.OTHER, reason=BlockReason.RECURRING)
