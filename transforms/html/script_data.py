"""Find an article that a page holds only as data for its scripts, which write it into the page for a reader."""

import json
import re

from lxml import html
from lxml.html import HtmlElement

from transforms.records.page import Found, Moment
from transforms.text.dates import parse_date

MIN_PARAGRAPHS = 3
"""A string of data with fewer paragraphs may be a biography or a legal note."""

_HTML_STRING = re.compile(r'"((?:[^"\\]|\\.)*(?:<|\\u003c)/p(?:>|\\u003e)(?:[^"\\]|\\.)*)"', re.IGNORECASE)
_PUBLISHED = re.compile(
    r'"(?:date_?(?:published|issued|created)|(?:(?:first_?)?publish(?:ed)?|pub|deploy|release|issue|service|input|reg|register|create)'
    r'_?(?:date|dt|at|time|on))"\s*:\s*"([^"]{8,40})"',
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)


def embedded_body(tree: HtmlElement) -> HtmlElement | None:
    """Return the longest piece of HTML in the page's script data, parsed; None when there is none with paragraphs."""
    found = (_decode(match) for script in tree.iter("script") for match in _HTML_STRING.findall(script.text or ""))
    pieces = [piece for piece in found if len(_PARAGRAPH.findall(piece)) >= MIN_PARAGRAPHS]
    return html.document_fromstring(max(pieces, key=len)) if pieces else None


def embedded_date(tree: HtmlElement) -> Found[Moment] | None:
    """Return the publication date that a page's script data name so; None when they name none.

    Only for a page whose article is in those data: elsewhere they tell of other things as well.
    """
    values = (value for script in tree.iter("script") for value in _PUBLISHED.findall(script.text or ""))
    return next((Found(moment, "script_data") for value in values if (moment := parse_date(value))), None)


def _decode(literal: str) -> str:
    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except ValueError:  # a string of JavaScript that is none of JSON
        return ""
