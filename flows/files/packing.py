"""Tell how a file of records is compressed: not at all, or with gzip or zstd in members."""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import zstandard

from flows.files.compression import GZIP_MAGIC, ZSTD_MAGIC, DamagedError

DICTIONARY_MAGIC = b"\x5d\x2a\x4d\x18"
"""Opens the frame that holds the dictionary of a `.warc.zst` file (IIPC's "Zstandard Compression for WARC Files")."""

MAX_DICTIONARY_BYTES = 16 * 1024 * 1024  # those in use are far below one MiB


class Member(Protocol):
    """Decompresses one member."""

    @property
    def eof(self) -> bool:
        """Whether its end was reached."""

    @property
    def unused_data(self) -> bytes:
        """What was given to it of what follows."""

    def decompress(self, data: bytes, /) -> bytes:
        """Return the content of its next part."""


@dataclass(frozen=True, slots=True)
class Packing:
    """How a file of records is compressed: `open_member` is None when it is not.

    A record can begin `lead` bytes after each `mark`.
    """

    mark: bytes
    lead: int = 0
    open_member: Callable[[], Member] | None = None


def find_packing(stream: io.BufferedReader) -> tuple[Packing, int]:
    """Return how `stream`, which is at its start, is compressed, and the position of the first member.

    Leaves the stream at that position; a dictionary that stands before it is read. Raises DamagedError when that fails.
    """
    magic = stream.peek(4)[:4]
    if magic.startswith(GZIP_MAGIC):
        return Packing(GZIP_MAGIC + b"\x08", open_member=lambda: zlib.decompressobj(16 + zlib.MAX_WBITS)), 0
    if magic == DICTIONARY_MAGIC:
        dictionary, position = _read_dictionary(stream)
        return _zstd(dictionary), position
    if magic == ZSTD_MAGIC:
        return _zstd(None), 0
    return Packing(b"\r\n\r\nWARC/", lead=4), 0


def _zstd(dictionary: zstandard.ZstdCompressionDict | None) -> Packing:
    return Packing(ZSTD_MAGIC, open_member=lambda: zstandard.ZstdDecompressor(dict_data=dictionary).decompressobj())


def _read_dictionary(stream: io.BufferedReader) -> tuple[zstandard.ZstdCompressionDict, int]:
    size = int.from_bytes(stream.read(8)[4:], "little")
    content = stream.read(min(size, MAX_DICTIONARY_BYTES + 1))
    if len(content) < size:
        raise DamagedError("its zstd dictionary is truncated or too large")
    try:
        if content.startswith(ZSTD_MAGIC):
            content = zstandard.ZstdDecompressor().decompress(content, max_output_size=MAX_DICTIONARY_BYTES)
        return zstandard.ZstdCompressionDict(content), 8 + size
    except zstandard.ZstdError as error:
        raise DamagedError(f"its zstd dictionary is damaged: {error}") from error
