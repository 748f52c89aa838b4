"""Cut a parsed page into its text blocks, in reading order."""

from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

_SKIPPED_WORDS = (
    "script style template noscript svg math head iframe object embed applet canvas audio video map "
    "datalist select textarea button input meta link title base"
)
SKIPPED = frozenset(_SKIPPED_WORDS.split())
"""Elements whose content is not text to read."""

_INLINE_WORDS = (
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr picture "
    "q rb rp rt ruby s samp small source span strike strong sub sup time tt u var wbr"
)
INLINE = frozenset(_INLINE_WORDS.split())
"""Elements that flow within a paragraph; every other one begins and ends a block, but a site's own (with a hyphen)."""

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Zero-width spaces and soft hyphens: hints for line breaking, no text."""


@dataclass(slots=True)
class Anchor:
    """A link: offsets into its block's text."""

    href: str
    start: int
    end: int


@dataclass(slots=True)
class TextBlock:
    """A run of text that nothing but inline elements interrupts, with the block element that holds it."""

    element: HtmlElement
    text: str
    anchors: list[Anchor] = field(default_factory=list)


def text_blocks(root: HtmlElement) -> list[TextBlock]:
    """Return the text blocks below an element; white space runs become one space.

    Two line breaks in a row part paragraphs, as one writes them by hand.
    """
    cutter = _Cutter(root)
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag in SKIPPED:
                walker.skip_subtree()
            else:
                cutter.enter(element)
        else:
            if event == "end" and element.tag not in SKIPPED:
                cutter.leave(element)
            if element is not root:
                cutter.write(element.tail)
    cutter.cut()
    return cutter.blocks


def elements_of(element: HtmlElement | None) -> set[HtmlElement]:
    """Return an element and all those in it; none of None."""
    return set() if element is None else set(element.iter("*"))


class _Cutter:
    """Collects the text of one block until an element ends it."""

    def __init__(self, root: HtmlElement) -> None:
        self.blocks: list[TextBlock] = []
        self.holders = [root]
        self.parts: list[str] = []
        self.length = 0
        self.anchors: list[Anchor] = []
        self.open: list[Anchor] = []

    def enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self.write("\n")
            if _ends_paragraph(element):
                self.cut()
        elif tag == "a":
            self.open.append(Anchor(element.get("href") or "", self.length, self.length))
        elif tag not in INLINE and "-" not in tag:
            self.cut()
            self.holders.append(element)
        self.write(element.text)

    def leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "a" and self.open:
            self._close(self.open.pop())
        elif tag not in INLINE and "-" not in tag:
            self.cut()
            self.holders.pop()

    def write(self, text: str | None) -> None:
        if not text:
            return
        text = text.translate(INVISIBLE) if not text.isascii() else text
        words = " ".join(text.split())
        if not words:
            self._space()
            return
        if text[0].isspace():
            self._space()
        self.parts.append(words)
        self.length += len(words)
        if text[-1].isspace():
            self._space()

    def _space(self) -> None:
        if self.length and self.parts[-1] != " ":
            self.parts.append(" ")
            self.length += 1

    def _close(self, anchor: Anchor) -> None:
        if anchor.href and self.length > anchor.start:
            self.anchors.append(Anchor(anchor.href, anchor.start, self.length))

    def cut(self) -> None:
        if not self.parts:
            return
        for anchor in self.open:  # a link around several blocks is one in each of them
            self._close(anchor)
            anchor.start = 0
        text = "".join(self.parts).rstrip()
        if text:
            anchors = [_trimmed(anchor, text) for anchor in self.anchors]
            self.blocks.append(TextBlock(self.holders[-1], text, [a for a in anchors if a.start < a.end]))
        self.parts, self.length, self.anchors = [], 0, []


def _trimmed(anchor: Anchor, text: str) -> Anchor:
    linked = text[anchor.start : anchor.end]
    start = anchor.start + len(linked) - len(linked.lstrip())
    return Anchor(anchor.href, start, start + len(linked.strip()))


def _ends_paragraph(element: HtmlElement) -> bool:
    previous = element.getprevious()
    return previous is not None and previous.tag == "br" and not (previous.tail or "").strip()
