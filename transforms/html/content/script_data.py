"""Find an article that a page holds only as data, for its scripts or for machines, or for readers without scripts."""

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from html import escape

from lxml import html
from lxml.html import HtmlElement

from transforms.html.content.alignment import key
from transforms.html.content.blocks import TextBlock
from transforms.html.content.main_content import is_prose
from transforms.records.page import Found, Moment
from transforms.text.dates import parse_date

MIN_PARAGRAPHS = 3
"""A string of data with fewer paragraphs may be a biography or a legal note."""

MAX_TEASER = 800
"""A page that shows more characters of prose than this shows its article."""

MUCH_LONGER = 5
"""How many times longer than the prose that a page shows its `articleBody` is where it is what the page is about."""

_HTML_STRING = re.compile(r'"((?:[^"\\]|\\.)*(?:<|\\u003c)/p(?:>|\\u003e)(?:[^"\\]|\\.)*)"', re.IGNORECASE)
_PUBLISHED = re.compile(
    r'"(?:date_?(?:published|issued|created)|(?:(?:first_?)?publish(?:ed)?|pub|deploy|release|issue|service|input|reg|register|create)'
    r'_?(?:date|dt|at|time|on))"\s*:\s*"([^"]{8,40})"',
    re.IGNORECASE,
)
_NAMED_PUBLISHED = re.compile(
    r'\\?"(?:date_?published|(?:first_?)?publish(?:ed)?_?(?:date|at|time|on)|pub_?date|publication_?date)\\?"\s{0,9}:\s{0,9}'
    r'\\?"([^"\\]{8,40})\\?"',
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)


def embedded_article(tree: HtmlElement, blocks: Sequence[TextBlock], body: object = None) -> HtmlElement | None:
    """Return the article that a page shows nothing of, or only the beginning; None when the page shows what it has.

    Data hold the article that the page begins when all paragraphs that the page shows are in them. `body` is the
    `articleBody` that the page's JSON-LD gives for its article (https://schema.org/articleBody): it is that also beside
    a little other prose, such as who wrote it, for the node was chosen by the page's title or address.
    """
    shown = [block.text for block in blocks if is_prose(block)]
    if (length := sum(map(len, shown))) > MAX_TEASER:
        return None
    in_json_ld = _for_machines(body)
    if (found := _held(tree, in_json_ld)) is None:
        return None
    held = key(found.text_content())
    if all(key(text) in held for text in shown):
        return found
    return in_json_ld if length * MUCH_LONGER <= len(str(body)) else None


def _held(tree: HtmlElement, in_json_ld: HtmlElement | None) -> HtmlElement | None:
    in_data = embedded_body(tree)
    if in_data is None:
        in_data = in_json_ld
    return in_data if in_data is not None else _without_scripts(tree)


def embedded_body(tree: HtmlElement) -> HtmlElement | None:
    """Return the longest piece of HTML in the page's script data, parsed; None when there is none with paragraphs."""
    scripts = (script.text or "" for script in tree.iter("script"))
    with_paragraphs = (script for script in scripts if "/p" in script or "/P" in script)
    found = (_decode(match) for script in with_paragraphs for match in _HTML_STRING.findall(script))
    pieces = [piece for piece in found if len(_PARAGRAPH.findall(piece)) >= MIN_PARAGRAPHS]
    return _parsed(max(pieces, key=len)) if pieces else None


def _for_machines(body: object) -> HtmlElement | None:
    """Return a text with a paragraph for each of its lines; None for one that is no longer than a teaser."""
    if not isinstance(body, str) or len(body) <= MAX_TEASER:
        return None
    lines = filter(None, map(str.strip, body.splitlines()))
    return _parsed(f"<article>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</article>")


def _parsed(markup: str) -> HtmlElement:
    """Parse what a string of data holds, which may have what no text can: half a pair of surrogates, or NULs."""
    return html.document_fromstring(markup.encode("utf-8", "replace").decode("utf-8").replace("\0", " "))


def _without_scripts(tree: HtmlElement) -> HtmlElement | None:
    """Return what a page holds for readers without scripts, as a page of its own; None when that is no article."""
    parts = [part for part in tree.iter("noscript") if len(part.findall(".//p")) >= MIN_PARAGRAPHS]
    if not parts:
        return None
    page = html.document_fromstring("<body><article></article></body>")
    longest = max(parts, key=lambda part: len(part.text_content()))
    for article in page.iter("article"):
        article.extend([deepcopy(child) for child in longest])
    return page


def embedded_date(tree: HtmlElement) -> Found[Moment] | None:
    """Return the publication date that a page's script data name so; None when they name none.

    Only for a page whose article is in those data: elsewhere they tell of other things as well.
    """
    values = (value for script in tree.iter("script") for value in _PUBLISHED.findall(script.text or ""))
    return next((Found(moment, "script_data") for value in values if (moment := parse_date(value))), None)


def published_in_data(tree: HtmlElement) -> Iterator[Moment]:
    """Yield the dates that script data name as dates of publication, be they in a string of data themselves.

    JSON-LD does not count: it names what it tells of, and is read as such. Assumes that what a page hands its scripts
    holds the page's own item, so that dates of others, where there are any, are of other days.
    """
    scripts = (script.text or "" for script in tree.iter("script") if "ld+json" not in (script.get("type") or ""))
    values = (value for script in scripts for value in _NAMED_PUBLISHED.findall(script))
    yield from (moment for value in values if (moment := parse_date(value)))


def _decode(literal: str) -> str:
    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except ValueError:  # a string of JavaScript that is none of JSON
        return ""
