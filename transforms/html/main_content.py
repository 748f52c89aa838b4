"""Run the body extractor on a page and tell which of its text blocks are the article's."""

from collections import Counter
from collections.abc import Sequence

import regex
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from transforms.html.alignment import key, taken
from transforms.html.blocks import TextBlock
from transforms.records.reasons import BlockReason

MIN_PROSE = 40
"""How many characters a paragraph has at least; shorter lines are headings, labels and links."""

FEW = 0.5
"""When the quick view takes a smaller share of the page's running text than this, the thorough one is asked as well."""

RUN_RATIO = 1.5
"""An element with so many times the prose that the extractor took is the article instead."""

_SENTENCE_END = regex.compile(r"[.!?…。！？؟।:：»”\"’）)]$")


def is_prose(block: TextBlock) -> bool:
    """Tell whether a block reads like a paragraph: a sentence or more, and hardly a link."""
    return len(block.text) >= MIN_PROSE and bool(_SENTENCE_END.search(block.text)) and linked_share(block) < 0.5


def linked_share(block: TextBlock) -> float:
    """Return the share of a block's text that is linked."""
    return sum(anchor.end - anchor.start for anchor in block.anchors) / max(1, len(block.text))


def main_content(tree: HtmlElement, blocks: Sequence[TextBlock]) -> tuple[list[bool], BlockReason]:
    """Tell for each block whether it is of the article, and on what ground.

    trafilatura's quick view does for most pages, at a third of the cost; its thorough one, which compares several
    algorithms, is taken where the quick one leaves most of the page's text. Both can miss the article, above all in
    scripts that part no words: then one element holds much more prose than they took.
    """
    running = [len(block.text) if _is_running(block) else 0 for block in blocks]
    marks = _view(tree, blocks, fast=True)
    if _weight(marks, running) < FEW * sum(running):
        marks = max(marks, _view(tree, blocks, fast=False), key=lambda view: _weight(view, running))
    run = _longest_run(blocks)
    if _weight(run, running) > RUN_RATIO * _weight(marks, running):
        return run, BlockReason.MAIN_RUN
    return marks, BlockReason.EXTRACTOR


def _view(tree: HtmlElement, blocks: Sequence[TextBlock], *, fast: bool) -> list[bool]:
    extracted = bare_extraction(tree, include_comments=False, fast=fast)
    body: _Element | None = getattr(extracted, "body", None)  # None where it finds nothing
    return taken([key(block.text) for block in blocks], body)


def _weight(marks: Sequence[bool], lengths: Sequence[int]) -> int:
    return sum(length for mark, length in zip(marks, lengths, strict=True) if mark)


def _longest_run(blocks: Sequence[TextBlock]) -> list[bool]:
    prose: Counter[HtmlElement | None] = Counter()
    for block in blocks:
        if _is_running(block):
            prose[block.element.getparent()] += len(block.text)
    best = max(prose, key=lambda element: prose[element], default=None)
    return [best is not None and _is_running(block) and block.element.getparent() is best for block in blocks]


def _is_running(block: TextBlock) -> bool:
    return block.element.tag in ("p", "div", "span") and linked_share(block) < 0.2 and is_prose(block)
