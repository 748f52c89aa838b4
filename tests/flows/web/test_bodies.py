"""Bodies are decompressed in bounded memory, however they are packed and cut into pieces."""

import asyncio
import gzip
import io
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, cast

import pytest
from aiohttp import ClientResponse
from hypothesis import given
from hypothesis import strategies as st

from flows.files.compression import PIECE
from flows.web.bodies import read_body
from flows.web.messages import FetchError
from transforms.records.reasons import Reason


class Received:
    """As much of a response as is read, its body in given pieces."""

    def __init__(self, pieces: Sequence[bytes], encoding: str) -> None:
        self.headers = {"Content-Encoding": encoding}
        self.content = self
        self.content_length = None
        self._pieces = pieces

    async def iter_chunked(self, size: int) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            assert len(piece) <= size
            yield piece


def body(pieces: Sequence[bytes], encoding: str, limit: int = 10**6, **options: Any) -> bytes:
    written = io.BytesIO()
    asyncio.run(read_body(cast("ClientResponse", Received(pieces, encoding)), written, limit, **options))
    return written.getvalue()


def bare_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def members(content: bytes) -> bytes:
    return gzip.compress(content[:7]) + gzip.compress(b"") + gzip.compress(content[7:])


PACKERS: list[tuple[Callable[[bytes], bytes], str]] = [
    (bytes, ""),
    (bytes, "identity"),
    (gzip.compress, "gzip"),
    (members, "X-Gzip"),
    (zlib.compress, "deflate"),
    (bare_deflate, "deflate"),
]


@given(
    st.sampled_from(PACKERS), st.binary() | st.binary(max_size=9).map(lambda some: some * 20_000), st.integers(1, 99)
)
def test_every_packing_is_undone(packer: tuple[Callable[[bytes], bytes], str], content: bytes, size: int) -> None:
    pack, encoding = packer
    packed = pack(content)
    assert body([packed[start : start + size] for start in range(0, len(packed), size)], encoding) == content


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate"]))
def test_bytes_that_are_not_packed_are_damaged_or_read(packed: bytes, encoding: str) -> None:
    try:
        body([packed], encoding)
    except FetchError as error:
        assert error.reason == Reason.DAMAGED  # noqa: PT017 - either way is right


def test_padding_behind_the_end_is_ignored() -> None:
    assert body([gzip.compress(b"news") + b"\0\0"], "gzip") == b"news"


def test_the_limit_itself_is_no_more_than_it() -> None:
    assert len(body([gzip.compress(b"x" * 1000)], "gzip", 1000)) == 1000
    with pytest.raises(FetchError, match="larger than 999 bytes"):
        body([gzip.compress(b"x" * 1000)], "gzip", 999)


def test_with_cut_the_rest_is_left() -> None:
    assert body([b"Disallow: /", b"# and much more"], "", 14, cut=True) == b"Disallow: /# a"
    assert body([gzip.compress(b"x" * 1000)], "gzip", 10, cut=True) == b"x" * 10


def test_a_bomb_takes_no_memory() -> None:
    packed = gzip.compress(b"\0" * 100_000_000)
    pieces = [packed[start : start + PIECE] for start in range(0, len(packed), PIECE)]
    tracemalloc.start()
    with pytest.raises(FetchError) as error:
        body(pieces, "gzip", 1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert error.value.reason == Reason.TOO_LARGE
    assert peak < 1_000_000 + 8 * PIECE, f"{peak:,} bytes"


def test_a_stream_of_nothing_ends() -> None:
    with pytest.raises(FetchError, match="larger"):
        body([gzip.compress(b"")] * 1000, "gzip", 1000)


def test_what_comes_too_slowly_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [b"a"] * 100
    assert body(pieces, "") == b"a" * 100
    monkeypatch.setattr("flows.web.bodies.PATIENCE", 0)
    monkeypatch.setattr("flows.web.bodies.LEAST_SPEED", 10**12)
    with pytest.raises(FetchError, match="less than 1,000,000,000,000 bytes a second") as error:
        body(pieces, "")
    assert error.value.reason == Reason.TIMEOUT
