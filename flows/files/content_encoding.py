"""Undo what HTTP did to a body on its way: chunks and compression, on the web or as a web archive keeps them."""

import io
from email.message import Message

import regex

from flows.files.compression import BROTLI, DEFLATE, GZIP, ZSTD, Compression, DamagedError, decompress, told_by

CODINGS = {"gzip": GZIP, "x-gzip": GZIP, "deflate": DEFLATE, "zstd": ZSTD, "br": BROTLI}
"""The content codings in use (RFC 9110, 8.4.1), by their names in lower case."""

_HEXADECIMAL = regex.compile(rb"[0-9A-Fa-f]{1,15}")  # more digits than any size has; what is longer is damage


def decode_body(body: bytes, headers: Message, limit: int) -> bytes:
    """Return `body` without chunks and compression, at most `limit` bytes of it.

    A body that is what its headers say it is not stays as it is: archives often keep the headers of one that they have
    decoded. One that is compressed though no header says so is decompressed. An unknown coding is taken to be none, as
    the identity and mistaken ones are. Raises DamagedError when it is truncated or damaged.
    """
    if "chunked" in headers.get("Transfer-Encoding", "").lower():
        body = _without_chunks(body)
    codings = [coding.strip().lower() for coding in ",".join(headers.get_all("Content-Encoding", [])).split(",")]
    for compression in (CODINGS[coding] for coding in reversed(codings) if coding in CODINGS):
        body = _decoded(body, compression, limit)
    unsaid = told_by(body)  # no text begins so
    return (_decoded(body, unsaid, limit) if unsaid else body)[:limit]


def _decoded(body: bytes, compression: Compression, limit: int) -> bytes:
    if not body.startswith(compression.magic):
        return body
    content = bytearray()
    try:
        for piece in decompress([body], compression, lenient=True):
            content += piece
            if len(content) >= limit:
                break
    except DamagedError:
        if body.lstrip().startswith((b"<", b"{")):
            return body
        raise
    return bytes(content)


def _without_chunks(body: bytes) -> bytes:
    """Join the chunks; without the last, empty one the body is truncated (RFC 9112, 7.1)."""
    stream = io.BytesIO(body)
    chunks: list[bytes] = []
    while line := stream.readline():
        size = _chunk_size(line)
        if size is None and not chunks:
            return body
        if size == 0:
            return b"".join(chunks)
        chunk = stream.read(size) if size else b""
        if size is None or len(chunk) < size:
            break
        chunks.append(chunk)
        stream.readline()
    raise DamagedError("its chunks are truncated or damaged")


def _chunk_size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    return int(digits, 16) if _HEXADECIMAL.fullmatch(digits) else None
