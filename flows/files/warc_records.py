"""Read the records of a WARC file (ISO 28500), whole or not at all."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser

from flows.files.compressed_members import MemberReader, find_packing, find_record
from flows.files.compression import DamagedError
from flows.files.documents import MAX_DOCUMENT_BYTES

WITH_CONTENT = frozenset({"response", "resource", "conversion"})
"""Types of records that hold what was fetched; of the others only the headers are read."""

MAX_LINE_BYTES = 64 * 1024  # as Python's http.client allows
MAX_HEAD_BYTES = 1024 * 1024  # servers allow 8 to 64 KiB
MAX_LENGTH_DIGITS = 18  # no file is longer, and Python does not read numbers of thousands of digits


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its place in the file; `block` is empty unless its type is one WITH_CONTENT, and cut at the limit.

    The limit is MAX_DOCUMENT_BYTES and one more.
    """

    offset: int
    kind: str
    headers: dict[str, str]
    block: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in the file where no record could be read, and why."""

    offset: int
    detail: str


def read_records(stream: io.BufferedReader) -> Iterator[Record | Damage]:
    """Yield the records of a WARC file, and what is damaged; `stream` stands at its start, compressed or not.

    After damage the reading goes on at the next record, when the stream can seek and another one is found.
    """
    try:
        packing, start = find_packing(stream)
    except DamagedError as error:
        yield Damage(0, str(error))
        return
    while True:
        reader = MemberReader(stream, packing, start)
        try:
            while reader.begin():
                if record := _next_record(reader):
                    yield record
            return
        except DamagedError as error:
            yield Damage(reader.offset, str(error))
        found = find_record(stream, packing, reader.offset + 1) if stream.seekable() else None
        if found is None:
            return
        start = found
        stream.seek(start)


def _next_record(reader: MemberReader) -> Record | None:
    """Return the record that begins here; None for blank lines."""
    line = reader.readline(MAX_LINE_BYTES)
    if not line.strip():
        return None
    if not line.startswith(b"WARC/"):
        raise DamagedError("no record begins where one should")
    headers = {name.lower(): _decoded(value) for name, value in read_head(reader.readline).items()}
    size, kind = _content_length(headers), headers.get("warc-type", "").lower()
    taken = min(size, MAX_DOCUMENT_BYTES + 1) if kind in WITH_CONTENT else 0
    block = reader.read(taken)
    if len(block) + reader.skip(size - taken) < size:
        raise DamagedError("a record is truncated")
    if reader.read(4).strip(b"\r\n"):
        raise DamagedError("a record is not as long as it says")
    reader.end()
    return Record(reader.offset, kind, headers, block)


def read_head(readline: Callable[[int], bytes]) -> Message:
    """Read the headers of a record, or of HTTP, with the blank line after them."""
    head = b""
    while (line := readline(MAX_LINE_BYTES)).strip():
        head += line
        if len(head) > MAX_HEAD_BYTES:
            raise DamagedError("its header has no end")
    return HeaderParser().parsestr(head.decode("latin-1"))


def _decoded(value: str) -> str:
    return value.encode("latin-1").decode("utf-8", "replace")  # HTTP's headers are Latin-1, WARC's are UTF-8


def _content_length(headers: dict[str, str]) -> int:
    length = headers.get("content-length", "").strip()
    if not (length.isascii() and length.isdigit() and len(length) <= MAX_LENGTH_DIGITS):
        raise DamagedError("a record does not say its length")
    return int(length)
