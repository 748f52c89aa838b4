"""Tell what kind of document a text is, by its content and not by its name."""

import json
import re
from dataclasses import dataclass

HEAD_CHARS = 2048
"""How much of a document is looked at for its opening tags: prologue and comments stand before them, little else."""

_XML_DECLARATION = re.compile(r"\A\s*+<\?xml\b[^>]*\?>", re.IGNORECASE)
_SKIPPED = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_XHTML = re.compile(
    r"<!doctype\s+html\s+public\s+\"-//w3c//dtd\s+xhtml|xmlns=[\"']http://www\.w3\.org/1999/xhtml", re.IGNORECASE
)
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_ELEMENT = re.compile(r"<([a-zA-Z][\w:.-]*)")
_BLOCK_TAG = re.compile(r"</?(?:p|div|article|section|h[1-6]|ul|ol|table|meta|script)\b[^<>]*>", re.IGNORECASE)

_HTML_ELEMENTS_WORDS = (
    "a article aside b base blockquote body br center div em figure font footer form h1 h2 h3 h4 h5 h6 "
    "head header hr html i iframe img li link main meta nav noscript ol p pre script section small span "
    "strong style table td title tr ul"
)
HTML_ELEMENTS = frozenset(_HTML_ELEMENTS_WORDS.split())
"""Elements that an HTML document or a piece of one opens with."""

FOREIGN = {
    "rss": "an RSS feed, not an article; give its URL as a feed",
    "feed": "an Atom feed, not an article; give its URL as a feed",
    "rdf:rdf": "an RSS 1.0 feed or other RDF, not an article",
    "urlset": "a sitemap, not an article",
    "sitemapindex": "an index of sitemaps, not an article",
    "opml": "a list of feeds (OPML), not an article",
    "svg": "an SVG picture, not an article",
}
"""Root elements of XML documents that people give by mistake, and what to say of them."""


MAGIC = {
    b"%PDF-": "a PDF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "compressed with gzip once more",
    b"\x28\xb5\x2f\xfd": "compressed with zstd once more",
    b"\x7fELF": "a program",
}
"""What binary files begin with, and what they are."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Text of a kind that no reader exists for, described for a person."""

    description: str


def describe_binary(content: bytes) -> str:
    """Say for a person what bytes that are no text are."""
    kind = next((kind for magic, kind in MAGIC.items() if content.startswith(magic)), None)
    return f"it is {kind}, not text" if kind else "its content is not text"


def media_type(text: str) -> str | Unsupported:
    """Return text/html, application/xhtml+xml, application/json or text/plain.

    Anything else that is recognised comes back as Unsupported. JSON means one object: an article of a JSONL file.
    """
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("{") and _is_json(start):
        return "application/json"
    if start.startswith("[") and _is_json(start):
        return Unsupported("a JSON array, not an article; write one object a line (JSONL)")
    if start.startswith("<"):
        return _markup_type(text)
    # A page cut out of its frame, or with stray text before it: tags of blocks are not found in plain text.
    return "text/html" if len(_BLOCK_TAG.findall(text[:20_000])) >= 6 else "text/plain"


def _is_json(text: str) -> bool:
    # A malformed object that opens like one is still JSON: its reader says what is wrong.
    if re.match(r'\{\s*"[^"\n]{1,80}"\s*:', text):
        return True
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _markup_type(text: str) -> str | Unsupported:
    if _DOCTYPE_HTML.search(text[:HEAD_CHARS]) or _XHTML.search(text[:HEAD_CHARS]):
        return "application/xhtml+xml" if _XHTML.search(text[:HEAD_CHARS]) else "text/html"
    root = _first_element(text)
    if root in HTML_ELEMENTS:
        return "text/html"
    if root in FOREIGN:
        return Unsupported(FOREIGN[root])
    if _XML_DECLARATION.match(text):
        return Unsupported(f"XML with the root element <{root}>, which is not read as an article")
    return "text/html" if _BLOCK_TAG.search(text) else "text/plain"


def _first_element(text: str) -> str:
    position = 0
    while skipped := _SKIPPED.match(text, position):
        position = skipped.end()
    doctype = re.match(r"<![^>]*>\s*", text[position:])
    element = _ELEMENT.match(text, position + (doctype.end() if doctype else 0))
    return element.group(1).lower() if element else ""
