"""Decompress files while they are read, and notice when they are truncated."""

import gzip
import io
import zlib
from typing import IO

import zstandard

GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"


class DamagedError(Exception):
    """Compressed content that is truncated or damaged: says what, in words for a person."""


class _ZstdReader(io.RawIOBase):
    """The content of zstd frames; unlike the library's own reader, one that notices a missing end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._pending = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        while not self._pending:
            compressed = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                compressed = compressed or self._stream.read(io.DEFAULT_BUFFER_SIZE)
                if not compressed:
                    return 0
                self._frame = zstandard.ZstdDecompressor().decompressobj()
            else:
                compressed = self._stream.read(io.DEFAULT_BUFFER_SIZE)
                if not compressed:
                    raise EOFError("its last zstd frame has no end")
            self._pending = self._frame.decompress(compressed)
        count = min(len(buffer), len(self._pending))
        buffer[:count] = self._pending[:count]
        self._pending = self._pending[count:]
        return count


def decompressed(stream: io.BufferedReader) -> io.BufferedIOBase:
    """Return `stream`, decompressed when its first bytes say gzip or zstd, whatever its name says."""
    magic = stream.peek(4)
    if magic.startswith(GZIP_MAGIC):
        return gzip.GzipFile(fileobj=stream)
    if magic.startswith(ZSTD_MAGIC):
        return io.BufferedReader(_ZstdReader(stream))
    return stream


def read_limited(stream: io.BufferedIOBase, limit: int) -> bytes:
    """Read at most `limit` bytes; raises DamagedError when the compressed content is truncated or damaged."""
    try:
        return stream.read(limit)
    except (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError) as error:
        raise DamagedError(str(error)) from error


def read_line(stream: io.BufferedIOBase, limit: int) -> bytes:
    """Read up to the end of a line, at most `limit` bytes; raises DamagedError as `read_limited` does."""
    try:
        return stream.readline(limit)
    except (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError) as error:
        raise DamagedError(str(error)) from error
