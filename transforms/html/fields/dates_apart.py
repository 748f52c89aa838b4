"""Find the date of a page that gives it only apart from its article: beside it, in a list, or for scripts.

Each of these places can hold dates of other things. So one counts only where the page gives no other date of
publication, and only when all that the place holds are of one day.
"""

from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice

import regex
from lxml.html import HtmlElement

from transforms.html.content.elsewhere import HEADING_TAGS, Elsewhere
from transforms.html.content.markup_role import MarkupRoles
from transforms.html.content.script_data import published_in_data
from transforms.html.fields.date_elements import MAX_ALONE, MAX_DATE_CHARS, TEXT_TAGS
from transforms.html.fields.date_places import first_line, has_digit, short_text, text_before
from transforms.html.fields.title import SEPARATOR
from transforms.records.page import Found, Moment
from transforms.records.reasons import Role
from transforms.text.dateline import kind_of_label, read_dateline
from transforms.text.dates import dates_in, parse_date
from transforms.text.urls import folded, web_address

MAX_TEASER_CHARS = 600
"""A teaser of a page in a list: its day, its title and a few sentences."""

BESIDE = 2
"""Elements around a date in which its label stands, and the title or link of what it is the date of."""

MAX_TEASERS = 20
"""So many of a page's links to itself are looked at; more are a menu's."""

MAX_CALL_CHARS = 120
"""A script that does nothing but write one date."""

_CALL = regex.compile(
    r"\s*[\w.$]{0,20}?(?:date|time|write(?:ln)?)[\w$]{0,20}\(\s*[\"']([^\"'()]{8,40})[\"']\s*\)\s*;?\s*",
    regex.IGNORECASE,
)
_THREAD = regex.compile(
    r"/(?:forums?|threads?|discussions?|topics?|viewtopic|showthread)(?:[/.?-]|$)", regex.IGNORECASE
)
_FORUM = regex.compile(r"\b(?:forum|forums|foro|foros|fóra|форум|board|community)\b", regex.IGNORECASE)
_LATER_PAGE = regex.compile(r"[/?&-](?:page|seite|p|start)[-=/]?\d", regex.IGNORECASE)
_LISTS = frozenset(("body", "html", "main", "ul", "ol", "table", "tbody"))


def date_apart(
    tree: HtmlElement, heading: HtmlElement | None, address: str | None, language: str | None
) -> Found[Moment] | None:
    """Return the date of publication that a page gives apart from its article; None when it gives none, or several.

    `heading` is the element of its title, and `address` the one that it claims.
    """
    places = (
        ("dateline", _labelled(tree, heading, language)),
        ("dateline", _written_by_scripts(tree, language)),
        ("dateline", _in_thread(tree, heading, address, language)),
        ("teaser", _in_own_teasers(tree, heading, address, language)),
        ("script_data", published_in_data(tree)),
    )
    return next((Found(moment, source) for source, found in places if (moment := _of_one_day(found))), None)


def _of_one_day(found: Iterable[Moment]) -> Moment | None:
    moments = list(found)
    return moments[0] if len({moment.day for moment in moments}) == 1 else None


def _labelled(tree: HtmlElement, heading: HtmlElement | None, language: str | None) -> Iterator[Moment]:
    """Yield the dates in side columns and the like that a label in words calls those of the publication.

    Assumes that a side column tells of its article where it names nothing else: a teaser has a heading or a link right
    beside its date. What is marked as readers' comments does not count; one alone that is not would be taken.
    """
    elsewhere, markup = Elsewhere(heading), MarkupRoles(set())
    named = {part for other in tree.iter("a", *HEADING_TAGS) for part in other.iterancestors() if part in elsewhere}
    for element in tree.iter(*TEXT_TAGS):
        if not has_digit(element.text) or element not in elsewhere or (text := short_text(element)) is None:
            continue
        dates = read_dateline(text, language)
        is_labelled = len(text) <= MAX_DATE_CHARS and kind_of_label(text_before(element)) == "published"
        if not dates.published_at or not (dates.is_told or is_labelled):
            continue
        if markup.role(element) != Role.COMMENT and named.isdisjoint(islice(element.iterancestors(), BESIDE)):
            yield dates.published_at


def _written_by_scripts(tree: HtmlElement, language: str | None) -> Iterator[Moment]:
    """Yield the dates that scripts write in their places: showDate("2020/04/17 01:43").

    Assumes that a script within the page that is one call with one date, and nothing else, writes it there, when the
    name of what it calls tells of dates or writing; a counter to some day that is called after time would be taken.
    """
    for script in tree.iter("script"):
        code = script.text or ""
        if (
            len(code) <= MAX_CALL_CHARS
            and (call := _CALL.fullmatch(code))
            and (moment := parse_date(call[1], language))
        ):
            yield moment


def _in_thread(
    tree: HtmlElement, heading: HtmlElement | None, address: str | None, language: str | None
) -> Iterator[Moment]:
    """Yield the date of the first post of a forum's thread, the one right below its title.

    Assumes that a thread says that it is a forum's, in its address or behind its title, that its posts follow the title
    from the oldest on, and that a later page of it has a number in its address. Of a thread from the newest post on it
    is the day of that one.
    """
    parts = SEPARATOR.split(tree.findtext(".//title") or "")
    is_thread = _THREAD.search(address or "") or any(map(_FORUM.search, parts[1:]))
    if heading is None or not is_thread or _LATER_PAGE.search(address or ""):
        return
    for element in _below(tree, heading):
        text = first_line(element)
        if has_digit(text) and len(text) <= MAX_DATE_CHARS and len(found := dates_in(text, language)) == 1:
            yield found[0].moment
            return


def _below(tree: HtmlElement, heading: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that can hold a date and begin in the first `MAX_ALONE` characters below a heading."""
    letters = 0
    for element in dropwhile(lambda e: e is not heading, tree.iter("*")):
        if element.tag in TEXT_TAGS and element is not heading:
            yield element
        texts = (element.text if element is not heading else None, element.tail)
        letters += 0 if element.tag == "script" else sum(len(text.strip()) for text in texts if text)
        if letters > MAX_ALONE:
            return


def _in_own_teasers(
    tree: HtmlElement, heading: HtmlElement | None, address: str | None, language: str | None
) -> Iterator[Moment]:
    """Yield the dates in teasers of the page itself, as in a list of the latest articles.

    Assumes that the link to the page's own address stands in one box with its date, and that the box ends where a link
    leads elsewhere, or a list or the title begins.
    """
    if not address:
        return
    links = [link for link in tree.iter("a") if _leads_to(link.get("href") or "", address)]
    own = set(links)
    held = set() if heading is None else {heading, *heading.iterancestors()}
    for link in links[:MAX_TEASERS]:
        texts = _box_of(link, own, held).itertext()
        yield from (date.moment for text in texts if has_digit(text) for date in dates_in(text, language))


def _leads_to(given: str, address: str) -> bool:
    """Tell whether a link on the page at `address` leads to that page, and to no part of it."""
    if "#" in given or address.rstrip("/").rpartition("/")[2] not in given:
        return False
    url = web_address(address, given)
    return url is not None and folded(url) == folded(address)


def _box_of(link: HtmlElement, own: set[HtmlElement], held: set[HtmlElement]) -> HtmlElement:
    box = link
    while (around := box.getparent()) is not None and around.tag not in _LISTS and around not in held:
        if len(around.text_content()) > MAX_TEASER_CHARS or not own.issuperset(around.iter("a")):
            break
        box = around
    return box
