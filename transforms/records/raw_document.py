"""What a source delivers to the transforms: the bytes of one document and how they were got."""

from dataclasses import dataclass
from datetime import datetime

import zstandard

from transforms.records.article_records import Document
from transforms.records.page import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What a feed or sitemap says of an article; None and () are what it does not say."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published_at: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One document as it came: content decompressed but not decoded, and what announced it.

    `document_id` is the SHA-256 of `content` in hexadecimal; `content_type` the HTTP header as sent, None for files;
    `captured_at` when the web archive that holds it says that it was fetched, None outside of archives.
    """

    document_id: str
    uri: str
    source: str
    content: bytes
    fetched_at: datetime
    captured_at: datetime | None = None
    content_type: str | None = None
    http_status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    announced: Announcement | None = None
    opt_outs: tuple[str, ...] | None = None


def raw_document(raw: Raw, kind: str | None = None, charset: str | None = None) -> Document:
    """Return the record of a document of which no more than this is known."""
    announced = raw.announced or Announcement()
    published = announced.published_at
    return Document(
        document_id=raw.document_id,
        uri=raw.uri,
        source=raw.source,
        media_type=kind,
        charset=charset,
        fetched_at=raw.fetched_at,
        http_status=raw.http_status,
        etag=raw.etag,
        last_modified=raw.last_modified,
        size_bytes=len(raw.content),
        content=zstandard.compress(raw.content),
        announced_title=announced.title,
        announced_authors=announced.authors or None,
        announced_published_at=published.at if published else None,
        announced_published_on=published.day if published else None,
        announced_published_precision=published.precision if published else None,
        opt_outs=raw.opt_outs,
    )
