"""Find the element on a page that holds the article's title."""

import html
from collections.abc import Iterator
from itertools import islice, takewhile

import regex
from lxml.html import HtmlElement

from transforms.html.content.alignment import key
from transforms.html.content.main_content import reads_as_sentence
from transforms.html.fields.metadata import Evidence

MIN_MATCHED = 8
"""Letters and digits of a heading from which it is no chance that the page's metadata hold them."""

MIN_SHARE = 0.4
"""Of a title in the metadata, which may go on with the site's name: a heading with less is a kicker or a label."""

MAX_TITLE_CHARS = 300
"""Longer is no title; the longest headlines stay below 250."""

MAX_HEADINGS = 400
"""More are a list of teasers; only as many are compared, for the time."""

MAX_PARTS = 3
"""Elements within a title that no heading holds, such as line breaks."""

MIN_WORDS = 3
"""Words of a title that no heading holds, in scripts that part them: fewer are the name of a site or section."""

NEAR_TEXT = 5
"""Elements right below a heading that are looked at for its text."""

MIN_PARAGRAPHS = 2
"""Paragraphs of a text; a single one is a teaser, a notice or an address."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_CASED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]")
_TITLE_TAGS = ("div", "span", "p", "td", "font", "b", "strong")
_NO_TITLE_IN = frozenset(("a", "li", "nav", "aside", "footer", "option", "button", "noscript"))
_TITLE_CLASS = regex.compile(
    r"(?<![a-z])(?:(?:entry|post|article|story|news|page|main|content)-?_?(?:title|headline|heading)|headline|title)(?![a-z-])"
)
_OF_OTHERS = regex.compile(r"(?<![a-z])(?:teasers?|related|widget|sidebar)(?![a-z])")
"""Words of a headline's class that tell of another article's; a page may end with a teaser of itself."""

_ENTITY = regex.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]+\d?);", regex.IGNORECASE)


def find_heading(evidence: Evidence, site: str | None = None) -> HtmlElement | None:
    """Return the element of the title on the page: the heading that its metadata repeat, else the only or longest h1.

    A heading that links to the front page, or says the site's name alone, is the masthead. Of several that the
    metadata repeat the one that says all of a title wins, then one that is marked as headline, then the one that stands
    at a title's beginning, then an h1. A masthead that is no link and no name that the page gives is taken for a title.
    """
    claims = [key(text).casefold() for text in claimed_titles(evidence)]
    headings = [element for element in _headings(evidence) if not _is_masthead(element, site)]
    matched = [(score, -at) for at, element in enumerate(headings) if (score := _match(element, claims))]
    if matched:
        return headings[-max(matched)[1]]
    first = [element for element in headings if element.tag == "h1"]
    if not first and (printed := _printed_title(evidence, claims)) is not None:
        return printed
    marked = [element for element in headings if _is_marked(element)]
    found = first or marked[:1] or _opening(headings)
    return max(found, key=lambda element: len(element_text(element)), default=None)


def _opening(headings: list[HtmlElement]) -> list[HtmlElement]:
    """Return the heading that opens the text of a page whose metadata name the site alone, and that has no h1.

    Assumes that it is the first of its level, and the only one right above running text: of several each is a
    section's, and below others of its level it is one of the boxes of a front page. A text without a title that has a
    single section gets the name of that one.
    """
    found = [element for element in headings if _opens_text(element)]
    levels = [element.tag for element in headings[: headings.index(found[0])]] if found else []
    return found if len(found) == 1 and found[0].tag not in levels else []


def _opens_text(element: HtmlElement) -> bool:
    following = takewhile(lambda part: part.tag not in _HEADINGS, islice(element.itersiblings(), NEAR_TEXT))
    paragraphs = [part for part in following if part.tag == "p" and reads_as_sentence(element_text(part))]
    return len(paragraphs) >= MIN_PARAGRAPHS


def _printed_title(evidence: Evidence, claims: list[str]) -> HtmlElement | None:
    """Return the element that prints the title of a page without headings for it; None when none does.

    Assumes that it holds a title whole, or, with a class that says so, its beginning up to the site's name. Links and
    lists do not count: in them a page names itself among others.
    """
    found = [
        ((score[0], score[1], score[-1]), element)
        for element in evidence.tree.iter(*_TITLE_TAGS)
        if len(element) <= MAX_PARTS
        and 0 < len(text := element_text(element)) <= MAX_TITLE_CHARS
        and (score := _match(element, claims))
        and (score[0] or (score[1] and score[2]))
        and (len(text.split()) >= MIN_WORDS or not _CASED.search(text))
        and not any(ancestor.tag in _NO_TITLE_IN for ancestor in element.iterancestors())
    ]
    return max(found, key=lambda scored: scored[0], default=((), None))[1]


def claimed_titles(evidence: Evidence) -> list[str]:
    """Return the titles that a page gives itself in its metadata."""
    claimed = [
        readable(evidence.article.get("headline")),
        *map(readable, evidence.meta.get("og:title", ())),
        readable(evidence.tree.findtext(".//title")),
    ]
    return [text for text in claimed if text]


def _headings(evidence: Evidence) -> Iterator[HtmlElement]:
    for element in islice(evidence.tree.iter(*_HEADINGS), MAX_HEADINGS):
        if 0 < len(element_text(element)) <= MAX_TITLE_CHARS:
            yield element


def _match(element: HtmlElement, claims: list[str]) -> tuple[bool, bool, bool, bool, int] | None:
    own = key(element_text(element)).casefold()
    holding = [claim for claim in claims if own and own in claim]
    if not holding:
        return None
    is_whole = own in claims
    if not is_whole and (len(own) < MIN_MATCHED or len(own) < MIN_SHARE * min(map(len, holding))):
        return None
    begins = any(claim.startswith(own) for claim in holding)
    return (is_whole, _is_marked(element), begins, element.tag == "h1", len(own))


def _is_marked(element: HtmlElement) -> bool:
    marks = (element.get("class") or "").lower()
    return element.get("itemprop") == "headline" or bool(_TITLE_CLASS.search(marks) and not _OF_OTHERS.search(marks))


def _is_masthead(element: HtmlElement, site: str | None) -> bool:
    if site and key(element_text(element)).casefold() == key(site).casefold():
        return True
    links = [link.get("href") or "" for link in element.iter("a")]
    parent = element.getparent()
    if parent is not None and parent.tag == "a":
        links.append(parent.get("href") or "")
    return any(_is_front_page(link.strip()) for link in links)


def _is_front_page(link: str) -> bool:
    return bool(regex.fullmatch(r"(?:https?:)?//[^/?#]+/?(?:index\.\w+)?|/|\./|/?index\.\w+", link))


def element_text(element: HtmlElement) -> str:
    """Return an element's text with its white space folded."""
    return " ".join(element.text_content().split())


def readable(value: object) -> str:
    """Return a string of metadata without the escapes of templates that escape once too often; empty for no string."""
    if not isinstance(value, str):
        return ""
    return html.unescape(html.unescape(value)) if _ENTITY.search(value) else value
