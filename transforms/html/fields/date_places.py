"""What stands in and around an element of a page: its short text, the label before it, the line after it."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

MAX_LABEL_CHARS = 120
"""The text of an element that holds a date and little else."""

HEADER_LEVELS = 3
"""Elements around the title whose parts stand in its header, or right after it."""

_DIGIT = re.compile(r"\d")
_INLINE_TAGS = frozenset(("a", "abbr", "b", "em", "font", "i", "small", "span", "strong"))
_NO_LABELS = ("a", "h1", "h2", "h3", "h4")
_TEXT_HOLDERS = frozenset(("p", "li", "td", "dd", "blockquote"))


def has_digit(text: str | None) -> bool:
    """Tell whether a text has a digit, of whatever script."""
    return text is not None and _DIGIT.search(text) is not None


def short_text(element: HtmlElement) -> str | None:
    """Return an element's text with its white space folded; None when it is too much for a dateline or a byline."""
    if len(element) > 6:
        return None
    words: list[str] = []
    letters = 0
    for piece in element.itertext() if len(element) else (element.text or "",):
        found = piece.split()  # a line break parts words as well
        letters += sum(map(len, found))
        if letters > MAX_LABEL_CHARS:  # most elements hold much more, as do those around them: none is read to its end
            return None
        words += found
    text = " ".join(words)
    return text if 0 < len(text) <= MAX_LABEL_CHARS else None


def first_line(element: HtmlElement) -> str:
    """Return the line that an element begins with: all its text, or what stands before a line break; else empty."""
    ends = len(element) == 0 or element[0].tag == "br"
    return " ".join((element.text or "").split()) if ends else ""


def element_lines(element: HtmlElement) -> list[str]:
    """Return the lines of an element that line breaks part, with their white space folded; without empty ones."""
    return [folded for line in "".join(_pieces(element)).split("\0") if (folded := " ".join(line.split()))]


def _pieces(element: HtmlElement) -> Iterator[str]:
    if element.tag == "br":
        yield "\0"
    if isinstance(element.tag, str):  # a comment says nothing
        yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""


def text_before(element: HtmlElement) -> str:
    """Return the end of the text right before an element, such as the label of a date.

    What is long, a heading or leads elsewhere is no label, whatever words it has: "Ministry publishes report".
    """
    previous = element.getprevious()
    if previous is not None:
        text = f"{_label(previous) if isinstance(previous, HtmlElement) else ''} {previous.tail or ''}"
    else:
        parent = element.getparent()
        text = (parent.text or "") if parent is not None else ""
    return " ".join(text.split())[-40:]


def _label(element: HtmlElement) -> str:
    leads_elsewhere = next(element.iter(*_NO_LABELS), None) is not None
    return "" if leads_elsewhere else short_text(element) or ""


def line_after(element: HtmlElement) -> str:
    """Return the text right after an element up to the end of its line; empty when a link or the like goes on."""
    following = element.getnext()
    goes_on = following is not None and following.tag in _INLINE_TAGS
    return "" if goes_on else " ".join((element.tail or "").split())


def in_sentence(element: HtmlElement) -> bool:
    """Tell whether an element is a few words of a paragraph of running text."""
    parent = element.getparent()
    if element.tag not in _INLINE_TAGS or parent is None or parent.tag not in _TEXT_HOLDERS:
        return False
    beside = f"{parent.text or ''}{element.tail or ''}".strip()
    return bool(beside) and short_text(parent) is None


def header_of(heading: HtmlElement | None) -> Iterator[HtmlElement]:
    """Yield the elements around the title, where a dateline without markup stands: in its header, or right after it."""
    if heading is None:
        return
    for number, ancestor in enumerate(heading.iterancestors()):
        if number == HEADER_LEVELS or ancestor.tag in ("body", "html"):
            return
        yield from ancestor.iter("*")
