"""Make arrivals of what servers answer, and ask them for what has changed."""

from flows.inputs.inputs import Refusal, document_id
from flows.inputs.source import Kind
from flows.web.feeds.model import Reference
from flows.web.feeds.sitemaps import is_sitemap
from flows.web.feeds.xml_feed import is_feed
from flows.web.known_pages import Validators
from flows.web.messages import Request, Response
from transforms.records.raw_document import Announcement, Raw
from transforms.records.reasons import Reason
from transforms.text.urls import forgotten_uri


def unless_of_kind(answer: Response, kind: str | None, source: str) -> Refusal | None:
    """Return the refusal of what is no feed or sitemap though its source says so, such as an error page."""
    tell = {Kind.FEED: is_feed, Kind.SITEMAP: is_sitemap}.get(Kind(kind)) if kind else None
    if tell is None or tell(answer.content, answer.content_type):
        return None
    return of_other_kind(answer, str(kind), source)


def of_other_kind(answer: Response, kind: str, source: str) -> Refusal:
    """Return the refusal of what is not of the kind that its source is said to be."""
    return Refusal(answer.url, source, Reason.OTHER_KIND, f"a {kind} should stand there, and does not")


def refused_as_forgotten(url: str, source: str) -> Refusal:
    """Return the refusal of an address that is forgotten, which it does not tell."""
    return Refusal(forgotten_uri(url), source, Reason.FORGOTTEN, None)


def request_for(url: str, known: Validators | None) -> Request:
    """Return the request for an address, with what to ask whether it has changed."""
    return Request(url=url, etag=known.etag, last_modified=known.last_modified) if known else Request(url=url)


def document_of(response: Response, source: str, reference: Reference | None) -> Raw:
    """Return the document of a response, with what announced it."""
    announced = None
    if reference:
        announced = Announcement(title=reference.title, authors=reference.authors, published_at=reference.published_at)
    return Raw(
        document_id=document_id(response.content),
        uri=response.url,
        source=source,
        content=response.content,
        fetched_at=response.fetched_at,
        content_type=response.content_type,
        http_status=response.status,
        etag=response.etag,
        last_modified=response.last_modified,
        announced=announced,
        opt_outs=response.opt_outs,
    )
