"""Undo what HTTP did to a body on its way: chunks and compression, as a web archive keeps them."""

import io
import zlib
from collections.abc import Callable
from email.message import Message

from flows.files.compression import DamagedError, decompressed, read_limited


def decode_body(body: bytes, headers: Message, limit: int) -> bytes:
    """Return `body` without chunks and compression, at most `limit` bytes of it.

    A body that is what its headers say it is not stays as it is: archives often keep the headers of one that they have
    decoded. Raises DamagedError when it is truncated or damaged.
    """
    if "chunked" in headers.get("Transfer-Encoding", "").lower():
        body = _without_chunks(body)
    codings = [coding.strip().lower() for coding in ",".join(headers.get_all("Content-Encoding", [])).split(",")]
    for decode in (DECODERS[coding] for coding in reversed(codings) if coding in DECODERS):
        try:
            body = decode(body, limit)
        except DamagedError:
            if not body.lstrip().startswith((b"<", b"{")):
                raise
    return body[:limit]


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
    try:
        return int(digits, 16) if digits.isalnum() else None
    except ValueError:
        return None


def _unpack(body: bytes, limit: int) -> bytes:
    """Decompress gzip or zstd, told by their first bytes."""
    return read_limited(decompressed(io.BufferedReader(io.BytesIO(body))), limit)


def _deflate(body: bytes, limit: int) -> bytes:
    try:
        return _inflate(body, limit, zlib.MAX_WBITS)
    except DamagedError:  # many servers send deflate without the frame that RFC 9110 asks for
        return _inflate(body, limit, -zlib.MAX_WBITS)


def _inflate(body: bytes, limit: int, window: int) -> bytes:
    stream = zlib.decompressobj(window)
    try:
        content = stream.decompress(body, limit)
    except zlib.error as error:
        raise DamagedError(str(error)) from error
    if not stream.eof and len(content) < limit:
        raise DamagedError("its compressed content is truncated")
    return content


def _unbrotli(body: bytes, limit: int) -> bytes:
    import brotli  # type: ignore[import-untyped]

    stream, content = brotli.Decompressor(), b""
    try:
        while len(content) < limit and not stream.is_finished():
            piece = stream.process(b"" if content else body, output_buffer_limit=limit)
            if not piece:
                raise DamagedError("its compressed content is truncated")
            content += piece
    except brotli.error as error:
        raise DamagedError("its compressed content is damaged") from error
    return content


DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _unpack,
    "x-gzip": _unpack,
    "zstd": _unpack,
    "deflate": _deflate,
    "br": _unbrotli,
}
"""The content codings in use; an unknown one is taken to be none, as the identity and mistaken ones are."""
