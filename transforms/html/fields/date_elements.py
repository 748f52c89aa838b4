"""Find the dates that a page prints or marks up, and tell what each is the date of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import regex
from lxml.html import HtmlElement

from transforms.html.content.blocks import elements_of
from transforms.html.content.elsewhere import Elsewhere, hyphenated, names
from transforms.html.fields.date_places import (
    MAX_LABEL_CHARS,
    first_line,
    has_digit,
    header_of,
    in_sentence,
    line_after,
    short_text,
    text_before,
)
from transforms.records.page import Found, Moment
from transforms.text.dateline import Dateline, kind_of_label, read_dateline
from transforms.text.dates import dates_in, is_same_minute, parse_date

MAX_BEFORE = 200
"""Characters between a date and the title after it; a masthead with today's date has its menu in between."""

MAX_APART = 600
"""Characters of text between the title and a dateline without markup, or one that only its class marks where the page
prints several days: standfirst, byline, share bar and caption."""

MAX_ALONE = 200
"""Characters between the title and a date that nothing marks but that it fills its element or its line."""

MIN_LIST = 3
"""Marked dates away from the title from which they are a list's."""

MAX_DATE_CHARS = 40
"""A date with its time is shorter."""

_WORD = regex.compile(r"\p{L}{3,}")
_WITH_YEAR = regex.compile(r"\d{4}")
_PUBLISHED = regex.compile(
    r"(?<![a-z])(?:publish\w*|publicat\w*|pub-?date|posted|created|issued|entry-date|dateline)(?![a-z])"
)
_MODIFIED = regex.compile(
    r"(?<![a-z])(?:modif\w*|updated?|last-?update\w*|aktualis\w*|lastedit|edited|revised)(?![a-z])"
)
_DATED = regex.compile(
    r"(?<![a-z])(?:date|datum|fecha|time|timestamp|datetime|postdate|pub-?date|publish\w*|posted|created|dateline|zeit|"
    r"authored|updated)(?![a-z])"
)
_MACHINE_ATTRIBUTES = ("datetime", "content", "title", "data-datetime", "data-date", "data-timestamp")
_RDFA_PUBLISHED = regex.compile(r"(?:^|[:/#])(?:datepublished|datecreated|issued|created)$", regex.IGNORECASE)
TEXT_TAGS = frozenset((
    "p", "span", "div", "li", "em", "small", "td", "b", "i", "strong", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "abbr",
    "time", "font", "a",
))  # fmt: skip
"""Elements that can hold a dateline."""


@dataclass(frozen=True, slots=True)
class DateElement:
    """A date on a page: where it stands among the text, and how surely it is the publication's (0 is surest)."""

    found: Found[Moment]
    rank: int
    offset: int


@lru_cache(maxsize=20_000)  # the pages of a site repeat them, and so do those of a system
def _named(of_class: str, of_id: str) -> str | None:
    """Return what class and id say of a date: published or dated; None for nothing."""
    if not (of_class or of_id):
        return None
    marks = hyphenated(f"{of_class} {of_id}")
    return "published" if _PUBLISHED.search(marks) else "dated" if _DATED.search(marks) else None


class PageDates:
    """The dates that the elements of a page give, those of other articles, comments and menus left out.

    An element counts when it is a `time`, or its class, property or place near the title says so; what calls itself a
    change is a modification. Without a title only the marked ones are read.
    """

    def __init__(self, tree: HtmlElement, heading: HtmlElement | None, language: str | None = None) -> None:
        self.language = language
        self.elsewhere = Elsewhere(heading)
        self.near = set(header_of(heading))
        self.with_property: set[HtmlElement] = set(tree.xpath("//*[@pubdate or @property]"))
        self.title = elements_of(heading)
        self.title_offset = offset = 0
        self.published: list[DateElement] = []
        self.modified: list[Found[Moment]] = []
        for element in tree.iter("*"):
            if element is heading:
                self.title_offset = offset
            tag, text, tail = element.tag, element.text, element.tail
            if tag in ("script", "style", "head"):
                text = None
            elif (rank := self._rank(element, tag, offset)) is not None:
                self._read(element, rank, offset)
            elif text and tag in TEXT_TAGS and _WITH_YEAR.search(text):
                self._read_unmarked(element, offset)
            behind = len(tail.strip()) if tail else 0
            if behind and has_digit(tail):
                self._read_line(element, offset)
            offset += (len(text.strip()) if text else 0) + behind

    def _read(self, element: HtmlElement, rank: int, offset: int) -> None:
        text = short_text(element) if rank < 4 else first_line(element)
        given = next((moment for moment in _machine_dates(element) if moment), None)
        if given is None and not has_digit(text):
            return
        is_elsewhere = element in self.elsewhere
        if is_elsewhere and element not in self.near:
            return
        if rank == 2 and in_sentence(element) and not self._is_dated(element):  # one day of the story's
            return
        source = "time" if element.tag == "time" else "dateline"
        dates = self._dates(element, text, given)
        if is_elsewhere and not dates.is_told:  # a box beside the title, for an event or for facts about the article
            return
        if dates.published_at:
            told = 0 if dates.is_told else rank
            self.published.append(DateElement(Found(dates.published_at, source), told, offset))
        if dates.modified_at:
            self.modified.append(Found(dates.modified_at, source))

    def _read_line(self, element: HtmlElement, offset: int) -> None:
        """Read the line after an element such as a line break: near the title, short, or telling of the publication."""
        line = line_after(element)
        if not line or len(line) > MAX_LABEL_CHARS or element in self.elsewhere:
            return
        dates = read_dateline(line, self.language)
        is_near = element in self.near and element not in self.title
        if dates.published_at and (dates.is_told or dates.is_signed or is_near or len(line) <= MAX_DATE_CHARS):
            rank = 0 if dates.is_told else 2 if is_near else 3 if dates.is_signed else 4
            self.published.append(DateElement(Found(dates.published_at, "dateline"), rank, offset))

    def _read_unmarked(self, element: HtmlElement, offset: int) -> None:
        """Read an element that neither its class nor its place marks: its words must say what its date is of."""
        text = short_text(element) or " ".join((element.text or "").split())
        if len(text) > MAX_LABEL_CHARS:
            return
        dates = read_dateline(text, self.language)
        if dates.published_at and (dates.is_told or dates.is_signed) and element not in self.elsewhere:
            self.published.append(DateElement(Found(dates.published_at, "dateline"), 3, offset))

    def _rank(self, element: HtmlElement, tag: str, offset: int) -> int | None:
        given = element.get
        is_marked = element in self.with_property
        if is_marked and (given("pubdate") is not None or _RDFA_PUBLISHED.search(given("property", ""))):
            return 0
        if tag not in TEXT_TAGS:
            return None
        named = _named(given("class") or "", given("id") or "")
        if named == "published":
            return 0
        if tag == "time":
            return 1
        return self._rank_of_place(element, offset, named == "dated")

    def _rank_of_place(self, element: HtmlElement, offset: int, is_dated: bool) -> int | None:
        if element in self.near and element not in self.title:  # a day in a title is what the article is about
            return 2
        if is_dated:
            return 3
        return 4 if offset <= self.title_offset + MAX_ALONE and self._is_date_alone(element) else None

    def _is_dated(self, element: HtmlElement) -> bool:
        return _named(element.get("class") or "", element.get("id") or "") == "dated"

    def _is_date_alone(self, element: HtmlElement) -> bool:
        text = first_line(element)
        if not has_digit(text) or len(text) > MAX_DATE_CHARS:
            return False
        found = dates_in(text, self.language)
        return len(found) == 1 and not _WORD.search(f"{text[: found[0].start]} {text[found[0].end :]}")

    def _dates(self, element: HtmlElement, text: str | None, given: Moment | None) -> Dateline:
        printed = read_dateline(text or "", self.language)
        is_printed = given is None or _is_change(given, printed)
        dates = printed if is_printed else Dateline(given, None, printed.is_told)
        if dates.published_at and not dates.is_told:
            kind = self._kind(element, text)
            if kind == "modified":
                return Dateline(None, dates.published_at)
            if kind == "other":
                return Dateline()
            is_told = kind_of_label(text_before(element)) == "published"
            return replace(dates, is_told=is_told)
        return dates

    def _kind(self, element: HtmlElement, text: str | None) -> str | None:
        """Return what an element's class, or the label before it, says of its date; one that it fills speaks for it."""
        marks = names(element)
        if _PUBLISHED.search(marks) or _MODIFIED.search(marks):
            return "published" if _PUBLISHED.search(marks) else "modified"
        if kind := kind_of_label(text_before(element)):
            return kind
        parent = element.getparent()
        filled = parent is not None and parent.tag not in ("body", "html") and short_text(parent) == text is not None
        return self._kind(parent, text) if filled else None

    def candidates(self) -> list[DateElement]:
        """Return the dates that can be the publication's, the surest first, of equal ones the nearest to the title."""
        marked = self._without_lists([d for d in self.published if d.rank < 2])
        weak = [d for d in self.published if d.rank >= 2 and d.offset >= self.title_offset - MAX_BEFORE]
        weak = [d for d in weak if d.rank < 4 or abs(d.offset - self.title_offset) <= MAX_ALONE]
        if len({d.found.value.day for d in weak}) > 1:
            weak = [d for d in weak if d.offset - self.title_offset <= MAX_APART]
        return sorted(marked + weak, key=self._order)

    def _without_lists(self, marked: list[DateElement]) -> list[DateElement]:
        """Return marked dates, those of a list as no surer than others.

        Several that differ, away from the title, are of comments or other articles, whatever marks them; where nothing
        but their mark speaks for a date, the nearest to the title still counts.
        """
        apart = [d for d in marked if abs(d.offset - self.title_offset) > MAX_APART]
        if len({d.offset for d in apart}) < MIN_LIST or len({d.found.value.day for d in apart}) < 2:
            return marked
        return [replace(d, rank=3) if d in apart else d for d in marked]

    def days(self, changes: Sequence[Moment] = ()) -> tuple[list[date], list[date]]:
        """Return the days that the page prints, the nearest to the title first, and apart those of the `changes`.

        Of a change is a time with its zone that is the same minute. Without a zone the line stays one that could be
        about the publication: what it shows is the day by which readers know the article.
        """
        told = [d for d in self.published if d.found.value.precision == "day" or d.found.source == "dateline"]
        days: tuple[list[date], list[date]] = [], []
        for shown in sorted(told, key=lambda d: abs(d.offset - self.title_offset)):
            moment = shown.found.value
            is_change = moment.at.utcoffset() and any(is_same_minute(moment, change) for change in changes)
            days[bool(is_change)].append(moment.day)
        return days

    def _order(self, candidate: DateElement) -> tuple[int, bool, int]:
        ahead = candidate.offset < self.title_offset - MAX_BEFORE
        rank = 3 if ahead and candidate.rank == 1 else candidate.rank  # in a masthead stands the day of the visit
        return rank, ahead, abs(candidate.offset - self.title_offset)


def _machine_dates(element: HtmlElement) -> Iterator[Moment | None]:
    for name in _MACHINE_ATTRIBUTES:
        value = element.get(name)
        if has_digit(value) and value is not None and len(value) <= MAX_LABEL_CHARS:
            yield parse_date(value)


def _is_change(given: Moment, printed: Dateline) -> bool:
    """Tell whether the moment given for machines is what the printed line calls a change."""
    if printed.modified_at is None:
        return False
    return printed.published_at is None or given.day == printed.modified_at.day != printed.published_at.day
