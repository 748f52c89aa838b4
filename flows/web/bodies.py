"""Read the body of a response, decompressed, with no more in memory than its limit and a piece."""

from collections.abc import AsyncIterator
from time import monotonic
from typing import BinaryIO

from aiohttp import ClientResponse

from flows.files.compression import PIECE, DamagedError, Decompressor
from flows.files.content_encoding import CODINGS
from flows.web.messages import FetchError
from transforms.records.reasons import Reason

ACCEPTED_ENCODINGS = "gzip, deflate"
UNDERSTOOD = frozenset({"gzip", "x-gzip", "deflate"})

PATIENCE = 60.0
"""Seconds that a server may send as slowly as it likes; what is no archive ends then in any case."""

LEAST_SPEED = 1024
"""Bytes a second that an archive comes at, on the whole: a tenth of a modem of 1995. Below, one would take for ever."""


async def read_body(response: ClientResponse, body: BinaryIO, limit: int, *, cut: bool = False) -> None:
    """Write the content of `response` to `body`, which is empty, decompressed as its Content-Encoding says.

    Raises FetchError when it is damaged, comes too slowly, or is larger than `limit` bytes; with `cut` the rest of
    that is left unread instead.
    """
    decoder = _decoder(response.headers.get("Content-Encoding", ""))
    received = 0
    if not cut and (response.content_length or 0) > limit:
        raise _too_large(limit)
    try:
        async for data in _in_time(response):
            received += len(data)
            for piece in decoder.feed(data) if decoder else [data]:
                body.write(piece)
                if body.tell() > limit:
                    break
            if max(received, body.tell()) > limit:  # the former of a stream that decompresses to nothing
                break
        else:
            if decoder:
                decoder.finish()
    except DamagedError as error:
        raise FetchError(Reason.DAMAGED, f"of its compressed content: {error}") from error
    if max(received, body.tell()) > limit:
        if not cut:
            raise _too_large(limit)
        body.truncate(limit)


async def _in_time(response: ClientResponse) -> AsyncIterator[bytes]:
    started, received = monotonic(), 0
    async for data in response.content.iter_chunked(PIECE):
        yield data
        received += len(data)
        if (elapsed := monotonic() - started) > PATIENCE and received < elapsed * LEAST_SPEED:
            raise FetchError(Reason.TIMEOUT, f"it came at less than {LEAST_SPEED:,} bytes a second")


def _decoder(encoding: str) -> Decompressor | None:
    """Return what undoes a Content-Encoding, None when there is nothing to undo."""
    name = encoding.strip().lower()
    if name in ("", "identity", "none"):
        return None
    if name in UNDERSTOOD:
        return Decompressor(CODINGS[name], lenient=True)  # padding after the end everyone ignores
    raise FetchError(
        Reason.HTTP_ERROR, f"the server sent it as {encoding!r}, though {ACCEPTED_ENCODINGS} was asked for"
    )


def _too_large(limit: int) -> FetchError:
    return FetchError(Reason.TOO_LARGE, f"it is larger than {limit:,} bytes, and no more is fetched")
