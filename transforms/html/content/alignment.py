"""Find which blocks of a page a body extractor took, by their characters."""

import functools
from collections.abc import Iterator, Sequence

import regex
from lxml.etree import _Element

_NO_LETTER = regex.compile(r"[^\p{L}\p{M}\p{N}]+")

MIN_FRAGMENT = 12
"""A shorter fragment of a paragraph, in letters and digits, could stand anywhere on the page."""

MIN_COVERED = 0.5
"""A block counts as taken when the extractor took half of its letters: it may leave out a link or a credit."""


@functools.lru_cache(maxsize=4096)  # a page's blocks are asked of by each view of its content
def key(text: str) -> str:
    """Return the letters and digits of a text: what two renderings of it share."""
    # Without accents of their own, in a quarter of the time.
    return "".join(filter(str.isalnum, text)) if text.isascii() else _NO_LETTER.sub("", text)


def taken(keys: Sequence[str], extracted: _Element | None) -> list[bool]:
    """Tell for each block, given by its key, whether the extractor's output holds it.

    `extracted` is the body that trafilatura returns, None for nothing.
    """
    starts, page = [], ""
    for block in keys:
        starts.append(len(page))
        page += block
    covered = bytearray(len(page))
    cursor = 0
    for paragraph in _paragraphs(extracted):
        cursor = _cover(paragraph, page, covered, cursor)
        if (whole := "".join(paragraph)) and not any(piece in page for piece in paragraph):
            _cover_blocks(whole, keys, starts, covered)
    return [
        bool(block) and sum(covered[start : start + len(block)]) >= MIN_COVERED * len(block)
        for start, block in zip(starts, keys, strict=True)
    ]


def _cover(paragraph: list[str], page: str, covered: bytearray, cursor: int) -> int:
    whole = "".join(paragraph)
    pieces = (
        [whole] if _find(whole, page, cursor) >= 0 else [piece for piece in paragraph if len(piece) >= MIN_FRAGMENT]
    )
    for piece in pieces:
        if (at := _find(piece, page, cursor)) >= 0:
            cursor = at + len(piece)
            covered[at:cursor] = b"\x01" * len(piece)
    return cursor


def _cover_blocks(whole: str, keys: Sequence[str], starts: Sequence[int], covered: bytearray) -> None:
    # Of a page with hardly any text trafilatura makes one paragraph: then blocks are looked for in it, in their order.
    cursor = 0
    for block, start in zip(keys, starts, strict=True):
        if len(block) >= MIN_FRAGMENT and (at := whole.find(block, cursor)) >= 0:
            cursor = at + len(block)
            covered[start : start + len(block)] = b"\x01" * len(block)


def _find(piece: str, page: str, cursor: int) -> int:
    # Reading order first: a short heading such as "Background" may stand in a menu as well.
    if not piece:
        return -1
    ahead = page.find(piece, cursor)
    return ahead if ahead >= 0 else page.find(piece)


def _paragraphs(extracted: _Element | None) -> Iterator[list[str]]:
    # Each paragraph as the keys of its text pieces; nested ones, such as the items of a list, stand for themselves.
    if extracted is None:
        return
    pieces: list[str] = []
    for element in extracted.iter():
        if element.tag in (
            "p",
            "head",
            "item",
            "cell",
            "quote",
            "code",
            "list",
            "row",
            "table",
            "lb",
            "body",
            "fw",
            "ab",
        ):
            if pieces:
                yield pieces
            pieces = []
        pieces += [piece for text in (element.text,) if text and (piece := key(text))]
        pieces += _tails(element)
    if pieces:
        yield pieces


def _tails(element: _Element) -> list[str]:
    if len(element):
        return []
    tails: list[str] = []
    parent: _Element | None = element
    while parent is not None:
        if parent.tail and (piece := key(parent.tail)):
            tails.append(piece)
        if parent.getnext() is not None:
            break
        parent = parent.getparent()
    return tails
