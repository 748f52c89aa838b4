"""Whatever is compressed comes back in pieces, in linear time and in bounded memory."""

import gzip
import io
import time
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from flows.files.compression import BROTLI, DEFLATE, GZIP, ZSTD, Compression, DamagedError, decompress
from flows.files.decompressed_stream import decompressed, read_start

Pack = Callable[[bytes], bytes]


def bare_deflate(content: bytes) -> bytes:
    return zlib.compress(content, wbits=-zlib.MAX_WBITS)


WAYS: list[tuple[Pack, Compression]] = [
    (gzip.compress, GZIP),
    (zstandard.compress, ZSTD),
    (zlib.compress, DEFLATE),
    (bare_deflate, DEFLATE),
    (gzip.compress, DEFLATE),
    (brotli.compress, BROTLI),
]


def parts(packed: bytes, size: int) -> list[bytes]:
    return [packed[start : start + size] for start in range(0, len(packed), size)]


@given(
    st.sampled_from(WAYS), st.binary() | st.binary(max_size=9).map(lambda some: some * 20_000), st.integers(1, 99_999)
)
def test_it_comes_back_however_it_is_cut(way: tuple[Pack, Compression], content: bytes, size: int) -> None:
    pack, compression = way
    assert b"".join(decompress(parts(pack(content), size), compression)) == content


@given(st.sampled_from(WAYS), st.binary(min_size=1, max_size=500), st.integers(1, 600))
def test_without_its_end_it_is_damaged(way: tuple[Pack, Compression], content: bytes, missing: int) -> None:
    pack, compression = way
    packed = pack(content)[:-missing]
    if packed:
        with pytest.raises(DamagedError):
            b"".join(decompress([packed], compression))


@pytest.mark.parametrize(
    ("pack", "compression"),
    [(gzip.compress, GZIP), (zstandard.compress, ZSTD), (partial(brotli.compress, quality=1), BROTLI)],
)
def test_a_bomb_takes_little_memory_and_time(pack: Pack, compression: Compression) -> None:
    """256 MiB out of some KB: copying what is left at each piece would take minutes."""
    packed = pack(bytes(256 * 2**20))
    tracemalloc.start()
    start = time.monotonic()
    size = sum(map(len, decompress([packed], compression)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size == 256 * 2**20
    assert peak < 40 * 2**20, f"{peak:,} bytes"
    assert time.monotonic() - start < 20  # it takes a second or two on a machine with nothing else to do


def test_the_lines_of_a_bomb_are_read_in_linear_time() -> None:
    packed = zstandard.compress(b"x" * 64 * 2**20 + b"\n" + b"y\n" * 100)
    stream = decompressed(io.BufferedReader(io.BytesIO(packed)))
    start = time.monotonic()
    while (line := stream.readline(65536)) and not line.endswith(b"\n"):
        pass
    assert stream.readline() == b"y\n"
    assert time.monotonic() - start < 10


def test_what_stands_before_damage_is_read_first_and_the_damage_stays() -> None:
    content = b"".join(b"%d\n" % n for n in range(100_000))
    packed = gzip.compress(content)
    stream = decompressed(io.BufferedReader(io.BytesIO(packed[: len(packed) // 2])))
    begun = read_start(stream, 10**6)
    assert content.startswith(begun)
    assert len(begun) > 200_000
    for _ in range(2):
        with pytest.raises(DamagedError, match="truncated"):
            stream.readline()
