"""What makes a document of bytes, wherever they come from."""

from datetime import UTC, datetime
from typing import Any

from flows.inputs.inputs import Arrival, Refusal, document_id
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

MAX_DOCUMENT_BYTES = 32 * 1024 * 1024
"""Size limit of one document, decompressed: far above any article (pages with inline images have some MB)."""


def make_document(content: bytes, uri: str, source: str, **fetched: Any) -> Arrival:  # noqa: ANN401 - fields of Raw
    """Return the document with `content`, or why there is none: it is empty, or larger than MAX_DOCUMENT_BYTES.

    `fetched` holds how it was got, as the fields of Raw; `fetched_at` is now where it is not given.
    """
    if not content.strip():
        return Refusal(uri, source, Reason.EMPTY, "it holds only white space" if content else "it is empty")
    if len(content) > MAX_DOCUMENT_BYTES:
        return too_large(uri, source)
    fetched = {"fetched_at": datetime.now(UTC), **fetched}
    return Raw(document_id=document_id(content), uri=uri, source=source, content=content, **fetched)


def too_large(uri: str, source: str) -> Refusal:
    """Return the refusal of what is larger than any article."""
    detail = f"it is larger than {MAX_DOCUMENT_BYTES // 2**20} MiB, and no article is"
    return Refusal(uri, source, Reason.TOO_LARGE, detail)
