"""Read a document: decode it, tell its kind, and make of it the article with its blocks and links."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from transforms.html.fields.published_at import WEAK_SOURCES
from transforms.html.page import read_html
from transforms.json_article import GIVEN, read_json_article
from transforms.plain.page import read_plain_text
from transforms.records.article_records import Article, Document
from transforms.records.fingerprint import article_id_of, fingerprint
from transforms.records.measures import word_count
from transforms.records.page import Found, Moment, Page, Reading, Rejection, article_text, place_blocks
from transforms.records.raw_document import Announcement, Raw, raw_document
from transforms.records.reasons import Reason
from transforms.text.charset import decode
from transforms.text.language import language
from transforms.text.media_type import Unsupported, describe_binary, media_type
from transforms.text.outlets import country_of_domain, outlet_domain
from transforms.text.recurring_lines import NOTHING_RECURS, RecurringLines, drop_recurring
from transforms.text.urls import host_of

ANNOUNCED = "feed"
"""Evidence of what the page does not say, and the feed or sitemap does."""

EARLIEST = datetime(1605, 1, 1, tzinfo=UTC)
"""The year of the first printed newspaper; a year below is a default of some system, such as 0001-01-01."""

EARLIEST_ON_THE_WEB = datetime(1990, 1, 1, tzinfo=UTC)
"""What a page only prints, or has in its address, is no date of publication when it is older than the web."""

UNSET = datetime(1970, 1, 1, tzinfo=UTC)
"""A UNIX time that nobody set."""

CLOCK_TOLERANCE = timedelta(days=1)
"""How far after its fetching an article may be dated: a day given without its zone can be ahead of UTC."""


def read(raw: Raw, recurring: RecurringLines = NOTHING_RECURS) -> Reading | Rejection:
    """Read one document; Rejection says why there is no article in it.

    `recurring` holds what other articles of its publication showed to be furniture.
    """
    identified = _identified(raw)
    if isinstance(identified, Rejection):
        return identified
    text, kind, document = identified
    page = _page(text, kind, raw.uri)
    if isinstance(page, Rejection):
        return replace(page, document=document)
    page = _completed(page, raw.announced)
    reason = page.no_article or (None if article_text(page.blocks).strip() else Reason.NO_TEXT)
    if reason:
        return Rejection(reason=reason, detail=reason.sentence, document=document)
    return _reading(raw, document, page, recurring)


def document_of(raw: Raw) -> Document:
    """Return the record of a document, whatever it gives; media type and charset are None where nobody can tell."""
    identified = _identified(raw)
    if isinstance(identified, Rejection):
        return identified.document or raw_document(raw)
    return identified[2]


def _identified(raw: Raw) -> tuple[str, str, Document] | Rejection:
    """Decode a document; return its text, media type and record."""
    if not raw.content.strip():
        return Rejection(reason=Reason.EMPTY, detail=Reason.EMPTY.sentence, document=raw_document(raw))
    decoded = decode(raw.content, raw.content_type)
    if decoded is None:
        return Rejection(reason=Reason.BINARY, detail=describe_binary(raw.content), document=raw_document(raw))
    text, charset = decoded
    kind = media_type(text)
    if isinstance(kind, Unsupported):
        document = raw_document(raw, charset=charset)
        return Rejection(reason=Reason.UNSUPPORTED, detail=f"it is {kind.description}", document=document)
    return text, kind, raw_document(raw, kind, charset)


def _page(text: str, kind: str, uri: str) -> Page | Rejection:
    match kind:
        case "application/json":
            return read_json_article(text)
        case "text/plain":
            return read_plain_text(text)
        case _:
            return read_html(text, uri)


def _completed(page: Page, announced: Announcement | None) -> Page:
    """Fill what a page does not say of itself with what announced it."""
    if announced is None:
        return page
    return replace(
        page,
        title=page.title or (Found(announced.title, ANNOUNCED) if announced.title else None),
        authors=page.authors or (Found(announced.authors, ANNOUNCED) if announced.authors else None),
        published_at=page.published_at
        or (Found(announced.published_at, ANNOUNCED) if announced.published_at else None),
    )


def _reading(raw: Raw, document: Document, whole: Page, recurring: RecurringLines) -> Reading:
    page = drop_recurring(whole, raw.source, recurring)
    # What we learned to leave out does not change what the publisher says.
    article = _article(raw, page, said=article_text(whole.blocks))
    blocks, links = place_blocks(article.article_id, page.blocks)
    return Reading(document=document, article=article, blocks=blocks, links=links)


def _article(raw: Raw, page: Page, said: str) -> Article:
    url = page.url or raw.uri
    domain = outlet_domain(url, page.canonical_url)
    text = article_text(page.blocks)
    published = _plausible(page.published_at, raw.fetched_at)
    modified = _plausible(page.modified_at, raw.fetched_at)
    spoken = language(text, page.language)
    authors = page.authors.value if page.authors else ()
    title = page.title.value if page.title else None
    return Article(
        article_id=article_id_of(identity(url, page.canonical_url)),
        document_id=raw.document_id,
        fetched_at=raw.fetched_at,
        url=url,
        canonical_url=page.canonical_url,
        site=page.site,
        domain=domain,
        outlet_country=country_of_domain(domain) or page.publisher_country,
        title=title,
        title_from=page.title.source if page.title else None,
        seo_title=page.seo_title,
        subtitle=page.subtitle,
        authors=authors,
        authors_from=page.authors.source if page.authors and authors else None,
        published_at=published.value.at if published else None,
        published_at_from=published.source if published else None,
        published_precision=published.value.precision if published else None,
        published_on=published.value.day if published else None,
        modified_at=modified.value.at if modified else None,
        modified_at_from=modified.source if modified else None,
        language=spoken.value if spoken else None,
        language_from=spoken.source if spoken else None,
        section=page.section.value if page.section else None,
        section_from=page.section.source if page.section else None,
        topics=page.topics,
        image_url=page.image_url,
        comment_count=page.comment_count,
        text=text,
        word_count=word_count(text),
        license=page.license,
        paywalled=page.paywalled,
        fingerprint=fingerprint(title, authors, published.value.at if published else None, said),
    )


def identity(url: str, canonical_url: str | None) -> str:
    """Return the address that an article is known by: what its page claims, if that is on the page's own host.

    A page can claim any address; believed, it would replace the article of another host. Of a file, whose host nobody
    knows, the claim is all there is.
    """
    host = host_of(url)
    return canonical_url if canonical_url and (host is None or host_of(canonical_url) == host) else url


def _plausible(found: Found[Moment] | None, fetched_at: datetime) -> Found[Moment] | None:
    """Return a date as it was found; None when it cannot be one of the article. One that an input gives stands."""
    if found is None or found.source == GIVEN:
        return found
    earliest = EARLIEST_ON_THE_WEB if found.source in WEAK_SOURCES else EARLIEST
    is_possible = earliest <= found.value.at <= fetched_at + CLOCK_TOLERANCE and found.value.at != UNSET
    return found if is_possible else None
