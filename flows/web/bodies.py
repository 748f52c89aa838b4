"""Read the body of a response, decompressed, with no more in memory than its limit and a piece."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from aiohttp import ClientResponse

from flows.web.messages import FetchError
from transforms.records.reasons import Reason

ACCEPTED_ENCODINGS = "gzip, deflate"

PIECE = 64 * 1024
"""Bytes that are taken from the network, or out of the decompression, at a time."""

GZIP_FIRST_BYTE = b"\x1f"


class _Identity:
    """The content as it came."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> bytes:
        return b""


class _Inflater:
    """The content of gzip members, or of a deflate stream with or without the frame that the standard wants."""

    def __init__(self) -> None:
        self._stream: zlib._Decompress | None = None
        self._is_gzip = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what `data` decompresses to, in pieces; raises zlib.error when it is damaged."""
        while data:
            if self._stream is None:
                self._open(data)
            elif self._stream.eof:
                if not (self._is_gzip and data.startswith(GZIP_FIRST_BYTE)):
                    return  # padding after the end, which everyone ignores
                self._open(data)
            assert self._stream is not None  # noqa: S101 - for the type checker: it has been opened
            piece = self._stream.decompress(data, PIECE)
            data = self._stream.unused_data or self._stream.unconsumed_tail
            yield piece

    def finish(self) -> bytes:
        """Return what is left; raises zlib.error when the stream has no end."""
        if self._stream is None:
            return b""
        rest = self._stream.flush()
        if not self._stream.eof:
            raise zlib.error("it has no end")
        return rest

    def _open(self, data: bytes) -> None:
        # The low half of a zlib header's first byte is 8 (RFC 1950), which no compressor writes into bare deflate.
        has_frame = data.startswith(GZIP_FIRST_BYTE) or data[0] & 0x0F == 8
        self._is_gzip = data.startswith(GZIP_FIRST_BYTE)
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 32 if has_frame else -zlib.MAX_WBITS)


async def read_body(response: ClientResponse, body: BinaryIO, limit: int, *, cut: bool = False) -> None:
    """Write the content of `response` to `body`, which is empty, decompressed as its Content-Encoding says.

    Raises FetchError when it is damaged, or larger than `limit` bytes; with `cut` the rest is left unread instead.
    """
    decoder = _decoder(response.headers.get("Content-Encoding", ""))
    received = 0
    if not cut and (response.content_length or 0) > limit:
        raise _too_large(limit)
    try:
        async for data in response.content.iter_chunked(PIECE):
            received += len(data)
            for piece in decoder.feed(data):
                body.write(piece)
                if body.tell() > limit:
                    break
            if max(received, body.tell()) > limit:  # the former of a stream that decompresses to nothing
                break
        else:
            body.write(decoder.finish())
    except zlib.error as error:
        raise FetchError(Reason.DAMAGED, f"its compressed content is damaged or truncated: {error}") from error
    if max(received, body.tell()) > limit:
        if not cut:
            raise _too_large(limit)
        body.truncate(limit)


def _decoder(encoding: str) -> _Identity | _Inflater:
    name = encoding.strip().lower()
    if name in ("", "identity", "none"):
        return _Identity()
    if name in ("gzip", "x-gzip", "deflate"):
        return _Inflater()
    raise FetchError(
        Reason.HTTP_ERROR, f"the server sent it as {encoding!r}, though {ACCEPTED_ENCODINGS} was asked for"
    )


def _too_large(limit: int) -> FetchError:
    return FetchError(Reason.TOO_LARGE, f"it is larger than {limit:,} bytes, and no more is fetched")
