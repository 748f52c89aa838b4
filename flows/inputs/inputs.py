"""What a source brings: documents, inputs of which none could be made, inputs known already, and how polls ended."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be read: why, by code, and in words for a person; None where the code says it all."""

    uri: str
    source: str
    reason: Reason
    detail: str | None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An input that the lake has already, as its source says; nothing was read."""

    uri: str
    source: str
    reason: Reason
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A feed, sitemap, list of pages or archive that answered, after all that it announced: no input of the ledger.

    `etag` and `last_modified` are sent with the next poll. `complete` says whether each announced article ended for
    good: while one may still come, the next poll must ask for everything again. `fetched` counts the articles that were
    new or had changed, and came.
    """

    uri: str
    source: str
    polled_at: datetime
    http_status: int
    etag: str | None
    last_modified: str | None
    announced: int
    complete: bool
    fetched: int


Arrival = Raw | Refusal | Unchanged | Polled


def document_id(content: bytes) -> str:
    """Return the identifier of a document: the SHA-256 of its content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
