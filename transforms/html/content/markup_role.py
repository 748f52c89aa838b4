"""Tell from a page's markup what its parts are: captions, share bars, related links and the like."""

import functools
from collections.abc import Mapping

import regex
from lxml.html import HtmlElement

from transforms.html.content.elsewhere import hyphenated
from transforms.lexicons.tables import lexicon_rows
from transforms.records.reasons import Role

TAGS: Mapping[str, Role] = {
    "figcaption": Role.CAPTION,
    "figure": Role.CAPTION,
    "nav": Role.NAVIGATION,
    "form": Role.OTHER,
    "footer": Role.OTHER,
    "aside": Role.RELATED,
    "address": Role.BYLINE,
    "menu": Role.NAVIGATION,
}
"""Elements that say themselves what they hold."""

_PLAIN_ID = regex.compile(r"[A-Za-z][A-Za-z_-]*\d*")
_MODIFIER = regex.compile(r"(?<![^\s])(\S*(?:node|article|post|entry|story|section))--\S*", regex.IGNORECASE)
"""What stands behind an article's name and two hyphens is a state of the article: node--promoted, story--featured."""

_WORD_BREAK = regex.compile(r"[\s_]+|:|/")
_SLUG_WORDS = regex.compile(
    r"-(?:the|an?|and|or|of|to|in|on|for|with|from|is|are|your?|der|die|das|und|oder|mit|von|im|zur?|für|l[ae]s?|un[ae]?|et|d[eu]s?|y|e|il|do|con|en)-"
)
_MAX_ID_WORDS = 4
"""An id that has more words than this, or one of those that join words, is made of a heading: sharing-the-costs."""


MAX_BYLINE = 600
"""Characters of an element that is called after authors, with what is said about each of three or four of them; more is
a text about authors, or one by them."""

_MAX_NAMES_CHARS = 1000
"""What is longer are no names that anybody gave to a part of a page."""


@functools.cache
def _patterns() -> tuple[tuple[Role, "regex.Pattern[str]"], ...]:
    rows = lexicon_rows("markup_roles.tsv")
    roles = {str(role): role for role in Role}
    return tuple((roles[role], regex.compile(rf"(?<![a-z])(?:{pattern})s?(?![a-z])")) for role, pattern in rows)


def role_of_names(names: str) -> Role | None:
    """Return what the words of a class or id say of a part of a page; None when they say nothing."""
    folded = _WORD_BREAK.sub(" ", hyphenated(_MODIFIER.sub(r"\1", names)))
    return next((role for role, pattern in _patterns() if pattern.search(folded)), None)


def own_role(element: HtmlElement) -> Role | None:
    """Return what an element says of itself by its class, id or tag."""
    of_class, of_id = element.get("class") or "", element.get("id") or ""
    if 0 < len(of_class) + len(of_id) <= _MAX_NAMES_CHARS and (role := _role_of(of_class, of_id)):
        return None if role == Role.BYLINE and _is_long(element) else role
    holds_table = element.tag == "figure" and element.find(".//table") is not None
    return None if holds_table else TAGS.get(element.tag)


def _is_long(element: HtmlElement) -> bool:
    letters = 0
    for piece in element.itertext():
        letters += len(piece.strip())
        if letters > MAX_BYLINE:
            return True
    return False


@functools.lru_cache(maxsize=20_000)  # the pages of a site repeat them, and so do those of a system
def _role_of(of_class: str, of_id: str) -> Role | None:
    return role_of_names(f"{of_class} {of_id if _names_a_part(of_id) else ''}")


def _names_a_part(identifier: str) -> bool:
    words = _WORD_BREAK.sub("-", hyphenated(identifier))
    return bool(_PLAIN_ID.fullmatch(identifier)) and words.count("-") < _MAX_ID_WORDS and not _SLUG_WORDS.search(words)


class MarkupRoles:
    """The roles of a page's elements, inherited from their ancestors.

    `main` holds the elements with most of the article in them: what they say of themselves is not what they hold.
    """

    def __init__(self, main: set[HtmlElement]) -> None:
        self.main = main
        self.roles: dict[HtmlElement, Role | None] = {}

    def role(self, element: HtmlElement) -> Role | None:
        """Return what the element or the nearest ancestor that speaks says."""
        chain: list[HtmlElement] = []
        current: HtmlElement | None = element
        while current is not None and current not in self.roles and current not in self.main:
            chain.append(current)
            current = current.getparent()
        inherited = self.roles.get(current) if current is not None else None
        for part in reversed(chain):
            inherited = own_role(part) or inherited
            self.roles[part] = inherited
        return inherited
