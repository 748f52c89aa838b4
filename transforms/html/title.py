"""Find an article's own title, without the site's name, section or other tails."""

import html
from collections.abc import Iterator

import regex
from lxml.html import HtmlElement

from transforms.html.alignment import key
from transforms.html.metadata import Evidence
from transforms.records.page import Found

PARAGRAPH_BREAK = regex.compile(
    r"\s+[|–—•·»›:-]+\s+|\s*[|｜ㅣ»]\s*|(?<=[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}])[-–—_]+|[-–—_]+"
)
"""What stands between a title and the name of its site; a hyphen within a word only where the very name follows."""

MAX_SECTION = 20
"""How many letters the name of a section can have that stands between a title and the site's name."""

MAX_TITLE_CHARS = 300
"""Longer is no title; the longest headlines stay below 250."""

_CUT_OFF = regex.compile(r"(?:\.\.\.|…|\[…\])$")


def title(evidence: Evidence, heading: HtmlElement | None, site: str | None) -> Found[str] | None:
    """Return the title of a page; None when it has none.

    The page's description of itself comes before its heading, which may be that of a ticker or a kicker; a title that
    is cut off, or one written for search engines beside the printed one, yields to the next.
    """
    found = [Found(clean_title(f.value, site), f.source) for f in _candidates(evidence, heading)]
    best = next((f for f in found if f.value), None)
    if best is None or not _CUT_OFF.search(best.value):
        return best
    start = key(best.value)
    return next((f for f in found if len(key(f.value)) > len(start) and key(f.value).startswith(start)), best)


def _candidates(evidence: Evidence, heading: HtmlElement | None) -> Iterator[Found[str]]:
    article = evidence.article
    headline, name = _text(article.get("headline")), _text(article.get("name"))
    printed = element_text(heading) if heading is not None else ""
    if headline and name and key(name) == key(printed) != key(headline):
        yield Found(name, "json_ld")
    if headline:
        yield Found(headline, "json_ld")
    for tag in ("og:title", "twitter:title"):
        yield from (Found(_text(value), f"meta {tag}") for value in evidence.meta.get(tag, ())[:1])
    if printed:
        yield Found(printed, "heading")
    for tag in ("dc.title", "dcterms.title", "title", "parsely-title", "sailthru.title"):
        yield from (Found(_text(value), f"meta {tag}") for value in evidence.meta.get(tag, ())[:1])
    if text := _text(evidence.tree.findtext(".//title")):
        yield Found(text, "title")


def find_heading(evidence: Evidence) -> HtmlElement | None:
    """Return the element of the title on the page: the heading that its metadata repeat, else the longest h1."""
    headings = [h1 for h1 in evidence.tree.iter("h1") if element_text(h1)]
    claimed = [
        _text(evidence.article.get("headline")),
        *evidence.meta.get("og:title", ()),
        evidence.tree.findtext(".//title"),
    ]
    keys = [key(text).casefold() for text in claimed if text]
    for element in [*headings, *evidence.tree.iter("h2")]:
        own = key(element_text(element)).casefold()
        if len(own) >= 8 and any(own == other or own in other for other in keys):
            return element
    return max(headings, key=lambda element: len(element_text(element)), default=None)


def clean_title(text: str, site: str | None) -> str:
    """Take the site's name, and the section before it, off the end of a title, or the name off its beginning.

    Returns an empty string when the text is too long for a title.
    """
    text = " ".join(text.split())
    name = key(site or "").casefold()
    parts = list(PARAGRAPH_BREAK.finditer(text)) if name else []
    if parts and key(text[: parts[0].start()]).casefold() == name:
        return text[parts[0].end() :].strip()
    end = len(text)
    for match in reversed(parts):
        tail = key(text[match.end() :]).casefold()
        within_word = match[0].strip("-–—_") == "" and text[match.start() - 1 : match.start()].isascii()
        if tail == name or (tail.endswith(name) and len(tail) <= len(name) + MAX_SECTION and not within_word):
            end = match.start()
    return text[:end].strip() if end <= MAX_TITLE_CHARS else ""


def element_text(element: HtmlElement) -> str:
    """Return an element's text with its white space folded."""
    return " ".join(element.text_content().split())


_ENTITY = regex.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]+\d?);", regex.IGNORECASE)


def _text(value: object) -> str:
    # JSON-LD is made by templates that escape once too often.
    if not isinstance(value, str):
        return ""
    return html.unescape(html.unescape(value)) if _ENTITY.search(value) else value
