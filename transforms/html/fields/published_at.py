"""Find when an article was first published and last modified."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import regex

from transforms.html.fields.date_elements import DateElement, PageDates
from transforms.html.fields.date_places import MAX_LABEL_CHARS
from transforms.html.fields.metadata import Evidence
from transforms.records.page import Found, Moment
from transforms.text.dates import from_epoch, is_same_minute, parse_date
from transforms.text.time_zones import FARTHEST, WESTMOST

__all__ = ["modified_at", "parse_date", "published_at"]

PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article_published_time", "og:published_time",
    "rnews:datepublished", "datepublished", "date.available", "published_at", "publication_date", "publishdate",
    "publish-date", "publish_date", "parsely-pub-date", "pub_date", "pubdate", "article.published", "published-date",
    "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "datecreated", "date.created", "cxenseparse:publishtime", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "sailthru.date", "prism.publicationdate", "article:published",
    "article:published_date", "article:publicationdate", "shareaholic:article_published_time", "og:pubdate",
    "og:publish_date", "og:datepublished", "vr:published_time", "mediator_published_time", "bt:pubdate",
    "published_time", "published_date", "publisheddate", "publicationdate", "date_published", "dc.date.publication",
    "dc.created", "citation_online_date", "article_date_original", "pubtime", "_pubtime", "apub:time",
    "weibo: article:create_at",
)  # fmt: skip
"""Meta tags of the first publication."""

_NAMED_PUBLISHED = regex.compile(
    r"(?<![a-z])(?:(?:first-?)?publish(?:ed)?|publication|pub|release)[:._-]?(?:date|time|day|at|on)$"
)
"""Names that systems and measuring services give such tags behind one of their own: vr:published-time.

Assumes that nobody calls another date so; of 13 pages with such a tag that no list names, 12 had the gold's day.
"""

DATE_META = ("date", "dc.date", "dcterms.date", "dateupdate")
"""Meta tags that do not say what it is the date of: of some systems the last change, or the day in print.

Of Baidu's dateUpdate its own pages print the same moment as that of publication, and give no other."""

MODIFIED_META = (
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "date.modified",
    "date.updated", "dcterms.modified", "dc.date.modified", "lastmod", "last_updated_date", "lastupdate",
    "last-modified", "revised", "article_date_updated",
)  # fmt: skip

_URL_YEAR_FIRST = (
    regex.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])"),
    regex.compile(r"/((?:19|20)\d{2})-(\d{2})-(\d{2})(?=[.?#]|$)"),
    regex.compile(r"/((?:19|20)\d{2})/(\p{L}{3,9})/(\d{1,2})(?=/)"),
    regex.compile(r"/((?:19|20)\d{2})/\p{L}[\p{L}_.-]{2,30}/(\d{1,2})/(\d{1,2})(?=/)"),
    regex.compile(r"(?:(?<=[/_-])|(?<=/t))((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/._-]|$)"),
)
"""Forms of a day in an address: /2024/04/24/pier, /2024-04-24.html, /2024/apr/24/pier, /2024/WORLD/04/24/pier,
/pier-20240424.html.

Each assumes that systems put the day of publication there, not a number that looks like one or the day of an event (75
of 78 addresses did): it is the last of the evidence, and corrects other dates by a day alone.
"""

_URL_DAY_FIRST = regex.compile(r"/~?(\d{1,2})-(\d{1,2})-((?:19|20)\d{2})(?=[/-])")

_TITLE_PARTS = regex.compile(r"\s[-–—|·•]\s")

MAX_DATE_PART = 30
"""Characters of a part of a title that is a date alone."""

WEAK_SOURCES = ("time", "dateline", "url", "teaser")
"""Evidence that could be about something else: a date that the page does not give for machines as its own."""


def published_at(evidence: Evidence, dates: PageDates, canonical_url: str | None) -> Found[Moment] | None:
    """Return the first publication of a page; None when the page does not give it.

    `dates` are those that its elements give. Of two dates of a day the more precise wins. A time in UTC gets the day
    that the page prints, when that is the one before or after.
    """
    printed = dates.candidates()
    in_address = _from_url(canonical_url, dates.language)
    found = list(_first_of_each_kind(evidence, printed, in_address))
    if not found:
        return None
    best = found[0]
    if best.value.precision == "day":
        same_day = (f for f in found if f.value.precision != "day" and f.value.day == best.value.day)
        best = next(same_day, best)
    elsewhere = [found.day for found in (in_address, *_in_title(evidence, dates.language)) if found]
    changes = [found.value for found in _changes(evidence) if not is_same_minute(found.value, best.value)]
    printed_days, of_change = dates.days(changes)
    return best if best.value.day in of_change else _with_printed_day(best, printed_days, elsewhere)


def _first_of_each_kind(
    evidence: Evidence, printed: Sequence[DateElement], in_address: Moment | None
) -> Iterator[Found[Moment]]:
    given = (evidence.article.get(name) for name in ("datePublished", "dateCreated", "uploadDate", "pubDate"))
    if moment := machine_date(next(filter(None, given), None)):
        yield Found(moment, "json_ld")
    yield from _from_meta(evidence, PUBLISHED_META)
    yield from _from_microdata(evidence, "datePublished")
    yield from _from_meta(evidence, [name for name in evidence.meta if _NAMED_PUBLISHED.search(name)])
    yield from (candidate.found for candidate in printed[:1] if candidate.rank < 3)
    yield from _from_meta(evidence, DATE_META)
    yield from (candidate.found for candidate in printed[:1])
    if in_address:
        yield Found(in_address, "url")


def _from_url(canonical_url: str | None, language: str | None) -> Moment | None:
    """Return the day in an address; of 03-04-2024 the language of the page tells which is the month, or nobody does."""
    address = canonical_url or ""
    for form in _URL_YEAR_FIRST:
        for match in form.finditer(address):
            year, month, day = match.groups()
            if moment := parse_date(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}"):
                return moment
    day_first = _URL_DAY_FIRST.search(address)
    return parse_date("-".join(day_first.groups()), language) if day_first else None


def _in_title(evidence: Evidence, language: str | None) -> Iterator[Moment | None]:
    """Return the dates that are parts of the document's title of their own: "Port on strike - 11 May 2022 - Paper"."""
    for part in _TITLE_PARTS.split(evidence.tree.findtext(".//title") or ""):
        text = part.strip()
        if text[:1].isdigit() and len(text) <= MAX_DATE_PART:
            yield parse_date(text, language)


def _with_printed_day(best: Found[Moment], printed: Sequence[date], elsewhere: Sequence[date]) -> Found[Moment]:
    """Give a time in UTC, or a machine's day, the day that the page prints or has in address or title, if one apart."""
    moment = best.value
    if moment.at.utcoffset() or best.source in WEAK_SOURCES:
        return best
    days = [*printed, *elsewhere]
    if moment.precision == "day":  # a machine's day, perhaps that of UTC: what stands nearest to the title counts
        days = days[:1]
    neighbour = next((day for day in days if _can_be_local(day, moment)), moment.day)
    return best if neighbour == moment.day else Found(replace(moment, printed_on=neighbour), best.source)


def _can_be_local(day: date, moment: Moment) -> bool:
    """Tell whether a day can be a moment's somewhere on earth, given that the moment is in UTC."""
    apart = (day - moment.day).days
    if moment.precision == "day":
        return abs(apart) <= 1
    hour = moment.at.hour
    return apart == 0 or (apart == 1 and hour >= 24 - FARTHEST) or (apart == -1 and hour < WESTMOST)


def modified_at(evidence: Evidence, dates: PageDates, published: Found[Moment] | None) -> Found[Moment] | None:
    """Return the last modification of a page; None when the page does not give it, or one before the publication."""
    found = next(iter((*_changes(evidence), *dates.modified)), None)
    if found and published and found.value.at < published.value.at and found.value.day != published.value.day:
        return None
    return found


def _changes(evidence: Evidence) -> Iterator[Found[Moment]]:
    given = (evidence.article.get(name) for name in ("dateModified", "upDate"))
    if moment := machine_date(next(filter(None, given), None)):
        yield Found(moment, "json_ld")
    yield from _from_meta(evidence, MODIFIED_META)
    yield from _from_microdata(evidence, "dateModified")


def machine_date(value: object) -> Moment | None:
    """Read a date that metadata give: ISO 8601 and the like, or a UNIX time."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return from_epoch(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if text.isdigit() and len(text) in (10, 13):
        return from_epoch(int(text))
    if text.isdigit() and len(text) == 8:
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return parse_date(text)


def _from_meta(evidence: Evidence, names: Iterable[str]) -> Iterator[Found[Moment]]:
    for name in names:
        for value in evidence.meta.get(name, ()):
            if moment := machine_date(value):
                yield Found(moment, f"meta {name}")


def _from_microdata(evidence: Evidence, name: str) -> Iterator[Found[Moment]]:
    for element in evidence.itemprops.get(name, ()):
        value = element.get("content") or element.get("datetime") or element.text_content()
        if len(value) <= MAX_LABEL_CHARS and (moment := machine_date(value)):
            yield Found(moment, "microdata")
