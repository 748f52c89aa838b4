"""Tell what on a page does not belong to its article: comments, teasers of other articles, menus, side columns."""

import functools

import regex
from lxml.html import HtmlElement

MAX_TEASER_CHARS = 600
"""An `article` or list item with its own heading and no more text than this is a teaser of another article."""

MAX_SHARE = 0.5
"""Of the text of a page's paragraphs: what holds more is no menu and no side column, whatever its class says."""

TEASER_TAGS = frozenset(("article", "li", "a", "section"))
HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_WORDS = (
    r"comments?|commentlist|commenters?|commentaires?|kommentare?|comentarios?|commenti|disqus|respond|repl(?:y|ies)|"
    r"related|similar|recommend(?:ed|ations?)?|sidebar|widgets?|teasers?|trending|popular|latest|newest|"
    r"most(?:read|viewed|popular)?|ticker|archives?|calendar|kalender|events?|navigation|navbar|menu|breadcrumbs?|"
    r"promo|cards?|newsletter|excerpt|next|prev|previous|carousel|slider|cookie|consent|weather|topbar"
)
_ELSEWHERE = regex.compile(rf"(?<![a-z])(?:{_WORDS})(?![a-z])")
_CAMEL = regex.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = frozenset(("nav", "aside", "noscript", "template"))
_SCHEMA_ELSEWHERE = regex.compile(r"schema\.org/(?:User)?Comment")


def hyphenated(name: str) -> str:
    """Return the names of classes in small letters with a hyphen between words: articleByline is article-byline."""
    return _CAMEL.sub("-", name).lower()


def names(element: HtmlElement) -> str:
    """Return the words of an element's class and id, in small letters."""
    return hyphenated(f"{element.get('class') or ''} {element.get('id') or ''}")


@functools.lru_cache(maxsize=20_000)  # the pages of a site repeat them, and so do those of a system
def _is_named_elsewhere(of_class: str, of_id: str) -> bool:
    return bool(of_class or of_id) and _ELSEWHERE.search(hyphenated(f"{of_class} {of_id}")) is not None


class Elsewhere:
    """Tells of a page's elements whether they stand outside its article.

    `heading` is the element of the article's title, None when the page has none. What also holds the title, or is the
    body of the page, is never elsewhere: its class names tell of the site's templates. Where a page names its parts by
    words that say nothing, all of it counts as the article's.
    """

    def __init__(self, heading: HtmlElement | None) -> None:
        self.heading = heading
        self.holders = set() if heading is None else {heading, *heading.iterancestors()}
        self.known: dict[HtmlElement, bool] = {}
        self.page_chars: int | None = None

    def __contains__(self, element: HtmlElement) -> bool:
        chain: list[HtmlElement] = []
        current: HtmlElement | None = element
        while current is not None and current not in self.known and current not in self.holders:
            chain.append(current)
            current = current.getparent()
        found = self.known.get(current, False) if current is not None else False
        for part in reversed(chain):
            found = found or self._opens_another(part)
            self.known[part] = found
        return found

    def _opens_another(self, element: HtmlElement) -> bool:
        if element.tag in _PARTS or _SCHEMA_ELSEWHERE.search(element.get("itemtype") or ""):
            return True
        if element.tag in ("html", "body", "main", "head"):
            return False
        if _is_named_elsewhere(element.get("class") or "", element.get("id") or ""):
            return not self._holds_most(element)
        if self.heading is None or element.tag not in TEASER_TAGS:
            return False
        heading = next(element.iter(*HEADING_TAGS), None)
        if heading is None or len(element.text_content()) > MAX_TEASER_CHARS:
            return False
        return element.tag != "section" or _is_linked(heading)

    def _holds_most(self, element: HtmlElement) -> bool:
        if self.page_chars is None:
            self.page_chars = _paragraph_chars(element.getroottree().getroot())
        return self.page_chars > 0 and _paragraph_chars(element) > MAX_SHARE * self.page_chars


def _is_linked(heading: HtmlElement) -> bool:
    # A section whose heading leads nowhere is a part of the article, such as the facts about it, or holds its title.
    return any(True for _ in heading.iter("a")) or any(True for _ in heading.iterancestors("a"))


def _paragraph_chars(element: HtmlElement) -> int:
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))
