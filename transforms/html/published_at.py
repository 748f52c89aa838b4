"""Find when an article was first published and last modified."""

from collections.abc import Iterator

import regex
from lxml.html import HtmlElement

from transforms.html.metadata import Evidence
from transforms.records.page import Found, Moment
from transforms.text.dates import from_epoch, parse_date

__all__ = ["modified_at", "parse_date", "published_at"]

PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article_published_time", "og:published_time",
    "rnews:datepublished", "datepublished", "date.available", "published_at", "publication_date", "publishdate",
    "publish-date", "publish_date", "parsely-pub-date", "pub_date", "pubdate", "article.published", "published-date",
    "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "datecreated", "date.created", "cxenseparse:publishtime", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "sailthru.date", "prism.publicationdate", "date", "dc.date",
    "dcterms.date",
)  # fmt: skip
"""Meta tags of the first publication, those that say so before those that say "date"."""

MODIFIED_META = (
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "date.modified",
    "date.updated", "dcterms.modified", "dc.date.modified", "lastmod", "last_updated_date", "lastupdate",
    "last-modified", "revised",
)  # fmt: skip

_PUBLISHED_MARK = regex.compile(
    r"publish|pubdate|posted|entry-date|dateline|article[-_]?date|timestamp|created", regex.IGNORECASE
)
_MODIFIED_MARK = regex.compile(r"modif|updat|aktualis|lastedit", regex.IGNORECASE)
_ELSEWHERE_MARK = regex.compile(
    r"comment|relat|sidebar|teaser|recommend|footer|widget|card|list-item|most-?read", regex.IGNORECASE
)
_URL_DATE = regex.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")

MAX_LABEL_CHARS = 120
"""The text of an element that holds a date and little else."""


def published_at(evidence: Evidence, heading: HtmlElement | None, canonical_url: str | None) -> Found[Moment] | None:
    """Return the first publication of a page; None when the page does not give it.

    `heading` is the element of the title: a dateline stands near it. Of two dates of a day the more precise wins.
    """
    candidates = _first_of_each_kind(evidence, heading, canonical_url)
    best = next(candidates, None)
    if best is None or best.value.precision != "day":
        return best
    same_day = (f for f in candidates if f.value.precision != "day" and f.value.at.date() == best.value.at.date())
    return next(same_day, best)


def _first_of_each_kind(
    evidence: Evidence, heading: HtmlElement | None, canonical_url: str | None
) -> Iterator[Found[Moment]]:
    if moment := machine_date(evidence.article.get("datePublished") or evidence.article.get("dateCreated")):
        yield Found(moment, "json_ld")
    yield from _from_meta(evidence, PUBLISHED_META)
    yield from _from_microdata(evidence, "datePublished")
    if (found := _from_time_element(evidence)) or (found := _near_heading(heading)):
        yield found
    if (
        canonical_url
        and (match := _URL_DATE.search(canonical_url))
        and (moment := parse_date("-".join(match.groups())))
    ):
        yield Found(moment, "url")


def modified_at(evidence: Evidence, published: Found[Moment] | None) -> Found[Moment] | None:
    """Return the last modification of a page; None when the page does not give it, or one before the publication."""
    candidates = [
        *(Found(moment, "json_ld") for moment in (machine_date(evidence.article.get("dateModified")),) if moment),
        *_from_meta(evidence, MODIFIED_META),
        *_from_microdata(evidence, "dateModified"),
    ]
    found = next(iter(candidates), None)
    if found and published and found.value.at < published.value.at:
        return None
    return found


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


def _from_meta(evidence: Evidence, names: tuple[str, ...]) -> Iterator[Found[Moment]]:
    for name in names:
        for value in evidence.meta.get(name, ()):
            if moment := machine_date(value):
                yield Found(moment, f"meta {name}")


def _from_microdata(evidence: Evidence, name: str) -> Iterator[Found[Moment]]:
    for element in evidence.itemprops.get(name, ()):
        value = element.get("content") or element.get("datetime") or element.text_content()
        if len(value) <= MAX_LABEL_CHARS and (moment := machine_date(value)):
            yield Found(moment, "microdata")


def _from_time_element(evidence: Evidence) -> Found[Moment] | None:
    fallback: Found[Moment] | None = None
    for element in evidence.tree.iter("time"):
        marks = " ".join(filter(None, (_marks(element), *map(_marks, _ancestors(element, 2)))))
        if _MODIFIED_MARK.search(marks) or _ELSEWHERE_MARK.search(_all_marks(element)):
            continue
        moment = machine_date(element.get("datetime") or element.text_content().strip())
        if moment and (element.get("pubdate") is not None or _PUBLISHED_MARK.search(marks)):
            return Found(moment, "time")
        if moment and fallback is None:
            fallback = Found(moment, "time")
    return fallback


def _near_heading(heading: HtmlElement | None) -> Found[Moment] | None:
    # A dateline without markup stands in the same header as the title, or right after it.
    if heading is None:
        return None
    for header in _ancestors(heading, 3):
        for element in header.iter(
            "p", "span", "div", "li", "em", "small", "td", "b", "i", "h2", "h3", "h4", "h5", "h6"
        ):
            if (
                len(element) > 4
                or not (text := " ".join(element.text_content().split()))
                or len(text) > MAX_LABEL_CHARS
            ):
                continue
            if (moment := parse_date(text)) and not _ELSEWHERE_MARK.search(_all_marks(element)):
                return Found(moment, "dateline")
    return None


def _marks(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".strip()


def _all_marks(element: HtmlElement) -> str:
    return " ".join(
        _marks(ancestor) for ancestor in (element, *_ancestors(element, 8)) if ancestor.tag not in ("body", "html")
    )


def _ancestors(element: HtmlElement, limit: int) -> Iterator[HtmlElement]:
    for number, ancestor in enumerate(element.iterancestors()):
        if number == limit or ancestor.tag in ("body", "html"):
            return
        yield ancestor
