"""Read the pages of a web archive: WARC files, plain or compressed with gzip or zstd."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message

import regex

from flows.files.compressed_members import DICTIONARY_MAGIC
from flows.files.compression import DamagedError
from flows.files.content_encoding import decode_body
from flows.files.documents import MAX_DOCUMENT_BYTES, make_document, too_large
from flows.files.warc_records import MAX_LINE_BYTES, Damage, Record, read_head, read_records
from flows.inputs.inputs import Arrival, Refusal, Unchanged
from transforms.records.reasons import Reason
from transforms.text.urls import is_web_address

READ_TYPES = frozenset(
    {"", "text/html", "application/xhtml+xml", "text/plain", "application/json", "application/ld+json"}
)
"""Media types that articles come in; a response without one is read to see what it is."""

_STATUS_LINE = regex.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")


def is_warc(start: bytes) -> bool:
    """Tell whether a file is a WARC file by its first bytes, decompressed; a zstd dictionary before it counts too."""
    return start.startswith((b"WARC/", DICTIONARY_MAGIC))


def read_warc(stream: io.BufferedReader, uri: str, source: str) -> Iterator[Arrival]:
    """Yield a document, or why there is none, for each response in the WARC file at `uri`.

    `stream` is the file from its start, as it is: compressed or not. What is damaged is one Refusal for each place,
    with `#offset=` and the place in bytes in its URI. Records of requests and of the archive itself are no inputs.
    """
    for record in read_records(stream):
        if isinstance(record, Damage):
            yield Refusal(f"{uri}#offset={record.offset}", source, Reason.DAMAGED, record.detail)
        elif _is_input(record):
            yield _arrival(record, uri, source)


def _is_input(record: Record) -> bool:
    if record.kind in ("response", "revisit"):  # what a resolver answered is a response too, but no page
        return is_web_address(record.headers.get("warc-target-uri", "").strip("<>"))
    return record.kind in ("resource", "conversion")


def _arrival(record: Record, file_uri: str, source: str) -> Arrival:
    # The first writers put the address in angle brackets, as the grammar of WARC 1.0 had it.
    uri = record.headers.get("warc-target-uri", "").strip("<>") or f"{file_uri}#offset={record.offset}"
    if record.kind == "revisit":
        return Unchanged(uri, source, Reason.SAME_CONTENT, "the archive says that it was the same when fetched before")
    if "warc-segment-number" in record.headers:
        return Refusal(uri, source, Reason.UNSUPPORTED, "the archive split it over several records")
    try:
        return _response(record, uri, source) if record.kind == "response" else _resource(record, uri, source)
    except DamagedError as error:
        return Refusal(uri, source, Reason.DAMAGED, f"its body is damaged: {error}")


def _response(record: Record, uri: str, source: str) -> Arrival:
    stream = io.BytesIO(record.block)
    status_line = _STATUS_LINE.match(stream.readline(MAX_LINE_BYTES))
    if status_line is None:
        raise DamagedError("it does not begin with an HTTP status")
    status, headers = int(status_line[1]), read_head(stream.readline)
    if status != 200:
        return Refusal(uri, source, Reason.HTTP_ERROR, f"the server answered {status}")
    if refused := _refused_type(headers, uri, source):
        return refused
    if len(record.block) > MAX_DOCUMENT_BYTES:
        return too_large(uri, source)
    content = decode_body(stream.read(), headers, MAX_DOCUMENT_BYTES + 1)
    return _document(record, uri, source, content, headers, http_status=status)


def _resource(record: Record, uri: str, source: str) -> Arrival:
    headers = Message()
    headers["Content-Type"] = record.headers.get("content-type", "")
    return _refused_type(headers, uri, source) or _document(record, uri, source, record.block, headers)


def _document(record: Record, uri: str, source: str, content: bytes, headers: Message, **status: int) -> Arrival:
    at = _captured_at(record)
    return make_document(
        content,
        uri,
        source,
        captured_at=at,
        fetched_at=at or datetime.now(UTC),
        content_type=headers["Content-Type"] or None,
        etag=headers["ETag"],
        last_modified=headers["Last-Modified"],
        **status,
    )


def _refused_type(headers: Message, uri: str, source: str) -> Refusal | None:
    media_type = (headers["Content-Type"] or "").partition(";")[0].strip().lower()
    if media_type in READ_TYPES:
        return None
    return Refusal(uri, source, Reason.UNSUPPORTED, f"it is {media_type}, not the text of an article")


def _captured_at(record: Record) -> datetime | None:
    """Return when the record was fetched, None when the archive gives no time that can be believed."""
    try:
        at = datetime.fromisoformat(record.headers.get("warc-date", ""))
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # the latter of the year 1, or 9999, in some zones
        return None
    return at if at <= datetime.now(UTC) else None
