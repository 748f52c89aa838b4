"""Run the body extractor on a page and tell which of its text blocks are the article's."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

import regex
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from transforms.html.content.alignment import key, taken
from transforms.html.content.blocks import TextBlock, elements_of
from transforms.html.content.markup_role import MarkupRoles
from transforms.records.reasons import BlockReason
from transforms.text.wording import role_of_wording

MIN_PROSE = 40
"""How many characters a paragraph has at least; shorter lines are headings, labels and links."""

FEW = 0.5
"""When the quick view takes a smaller share of the page's running text than this, the thorough one is asked as well."""

RUN_RATIO = 1.5
"""An element with so many times the prose that the extractor took is the article instead."""

NEAR_HEADLINE = 12
"""How many blocks can stand between a headline and the text: standfirst, byline, date, share buttons, captions."""

MOSTLY_LINKED = 0.5
"""The share of a block that is linked from which it counts as links."""

MANY_SENTENCES = 3
"""A text with so many sentences in it is prose whatever it ends with: an agency's sign, the translator's name."""

_SENTENCE_END = regex.compile(r"[.!?…。！？؟।:：»”\"’）)]$")
_INNER_END = regex.compile(r"(?<=\p{L}{3})[.!?]+[»”\"’)]*\s+(?=\p{Lu}|[«“\"‘(])|[。！？؟।][”」』）]?")


def is_prose(block: TextBlock) -> bool:
    """Tell whether a block reads like a paragraph: a sentence or more, and hardly a link."""
    return reads_as_sentence(block.text) and linked_share(block) < 0.5


def reads_as_sentence(text: str) -> bool:
    """Tell whether a text is long enough for a sentence and ends like one, or holds several."""
    if len(text) < MIN_PROSE:
        return False
    return (
        bool(_SENTENCE_END.search(text))
        or sum(1 for _ in islice(_INNER_END.finditer(text), MANY_SENTENCES)) == MANY_SENTENCES
    )


def linked_share(block: TextBlock) -> float:
    """Return the share of a block's text that is linked."""
    return sum(anchor.end - anchor.start for anchor in block.anchors) / max(1, len(block.text))


def main_content(
    tree: HtmlElement, blocks: Sequence[TextBlock], heading: HtmlElement | None = None
) -> tuple[list[bool], BlockReason]:
    """Tell for each block whether it is of the article, and on what ground.

    trafilatura's quick view does for most pages, at a third of the cost; its thorough one, which compares several
    algorithms, is taken where the quick one leaves most of the page's text. What they take stands, but for pages on
    which one element near the headline holds much more prose than they took, none of it said to be anything but text:
    they miss the article above all in scripts that part no words. Without a headline they are not overruled.
    """
    is_running = [_is_running(block) for block in blocks]
    running = _running_lengths(blocks, is_running, heading)
    marks = _view(tree, blocks, fast=True)
    if _weight(marks, running) < FEW * sum(running):
        marks = max(marks, _view(tree, blocks, fast=False), key=lambda view: _weight(view, running))
    run = _run_under(heading, blocks, is_running)
    if _weight(run, running) > RUN_RATIO * _weight(marks, [len(block.text) for block in blocks]):
        return run, BlockReason.MAIN_RUN
    return marks, BlockReason.EXTRACTOR


def _running_lengths(blocks: Sequence[TextBlock], is_running: Sequence[bool], heading: HtmlElement | None) -> list[int]:
    """Return the lengths of the paragraphs of plain text, 0 for other blocks and for what markup says is furniture.

    Where that would be most of the page's prose, the page's names mean something else, and are not believed.
    """
    markup = MarkupRoles(set() if heading is None else {heading, *heading.iterancestors()})
    running = [len(block.text) if runs else 0 for block, runs in zip(blocks, is_running, strict=True)]
    unnamed = [
        length if length and markup.role(block.element) is None else 0
        for block, length in zip(blocks, running, strict=True)
    ]
    return unnamed if sum(unnamed) >= FEW * sum(running) else running


def _view(tree: HtmlElement, blocks: Sequence[TextBlock], *, fast: bool) -> list[bool]:
    extracted = bare_extraction(tree, include_comments=False, fast=fast)
    body: _Element | None = getattr(extracted, "body", None)  # None where it finds nothing
    return taken([key(block.text) for block in blocks], body)


def _weight(marks: Sequence[bool], lengths: Sequence[int]) -> int:
    return sum(length for mark, length in zip(marks, lengths, strict=True) if mark)


def _run_under(heading: HtmlElement | None, blocks: Sequence[TextBlock], is_running: Sequence[bool]) -> list[bool]:
    """Mark the paragraphs of the element that holds most prose, when they stand near below the headline."""
    prose: Counter[HtmlElement | None] = Counter()
    holders = [block.element.getparent() if runs else None for block, runs in zip(blocks, is_running, strict=True)]
    for block, holder, runs in zip(blocks, holders, is_running, strict=True):
        if runs:
            prose[holder] += len(block.text)
    best = max(prose, key=lambda element: prose[element], default=None)
    run = [best is not None and holder is best for holder in holders]
    of_heading = elements_of(heading)
    at = next((position for position, block in enumerate(blocks) if block.element in of_heading), None)
    first = run.index(True) if any(run) else 0
    if at is None or not at < first <= at + NEAR_HEADLINE or _says_otherwise(best, blocks, run):
        return [False] * len(blocks)
    return run


def _says_otherwise(element: HtmlElement | None, blocks: Sequence[TextBlock], run: Sequence[bool]) -> bool:
    return MarkupRoles(set()).role(element) is not None or any(
        mark and role_of_wording(block.text) is not None for block, mark in zip(blocks, run, strict=True)
    )


def _is_running(block: TextBlock) -> bool:
    return block.element.tag in ("p", "div", "span") and reads_as_sentence(block.text) and linked_share(block) < 0.2
