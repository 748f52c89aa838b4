"""Decompress gzip, zstd, deflate and brotli in pieces: in linear time, in bounded memory, and with one error."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import zstandard

GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
SKIPPABLE = bytes(range(0x50, 0x60))
"""First bytes of zstd frames that hold nothing of the content (RFC 8878, 3.1.2), as the index of a seekable file."""

PIECE = 64 * 1024
"""Bytes that are read, or taken out of a decompression, at a time."""

DEFLATE_STEP = 16 * 1024
"""Bytes that zlib is given at a time: what it has no room for it hands back, which costs a copy."""

ZSTD_STEP = 256
"""Bytes that zstd is given at a time. It sets no limit to what comes back: 4 bytes can be 128 KiB, these 8 MiB."""


class DamagedError(Exception):
    """Compressed content that is truncated or damaged: says what, in words for a person."""


class Member(Protocol):
    """Decompresses one member: what gzip, zstd and the others make of one content, with its end."""

    @property
    def eof(self) -> bool:
        """Whether its end was reached."""

    @property
    def unused_data(self) -> bytes:
        """What was given to it of what follows, once its end was reached."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the content of its next part in pieces, to be taken to the last; raises DamagedError."""


class _Deflated:
    """A gzip member, or a stream of deflate with or without the frame that the standard wants (RFC 1950)."""

    def __init__(self, window: int | None = None) -> None:
        """Read what zlib's `window` says; None for what its first byte shows it to be."""
        self._stream = None if window is None else zlib.decompressobj(window)
        self.unused_data = b""

    @property
    def eof(self) -> bool:
        return self._stream is not None and self._stream.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        stream = self._stream = self._stream or zlib.decompressobj(_window(data))
        for at in range(0, len(data), DEFLATE_STEP):
            yield from _inflate(stream, data[at : at + DEFLATE_STEP])
            if stream.eof:
                self.unused_data = stream.unused_data + data[at + DEFLATE_STEP :]
                return


def _window(data: bytes) -> int:
    # The low half of a zlib header's first byte is 8 (RFC 1950), which no compressor writes into bare deflate.
    has_frame = data.startswith(GZIP_MAGIC[:1]) or data[0] & 0x0F == 8
    return zlib.MAX_WBITS | 32 if has_frame else -zlib.MAX_WBITS


def _inflate(stream: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    piece = bytes(PIECE)
    while (data or len(piece) == PIECE) and not stream.eof:
        try:
            piece = stream.decompress(data, PIECE)
        except zlib.error as error:
            raise DamagedError(f"it is damaged: {error}") from error
        data = stream.unconsumed_tail
        yield piece


class _ZstdFrame:
    """A zstd frame."""

    def __init__(self, dictionary: zstandard.ZstdCompressionDict | None) -> None:
        self._frame = zstandard.ZstdDecompressor(dict_data=dictionary).decompressobj()
        self.unused_data = b""

    @property
    def eof(self) -> bool:
        return self._frame.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        for at in range(0, len(data), ZSTD_STEP):
            try:
                yield self._frame.decompress(data[at : at + ZSTD_STEP])
            except zstandard.ZstdError as error:
                raise DamagedError(f"it is damaged: {error}") from error
            if self._frame.eof:
                self.unused_data = self._frame.unused_data + data[at + ZSTD_STEP :]
                return


class _Brotli:
    """A stream of brotli, which has no mark of its own, and nothing behind it."""

    unused_data = b""

    def __init__(self) -> None:
        import brotli  # type: ignore[import-untyped]

        self._stream, self._error = brotli.Decompressor(), brotli.error

    @property
    def eof(self) -> bool:
        return bool(self._stream.is_finished())

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while piece := self._stream.process(data, output_buffer_limit=PIECE):
                yield piece
                data = b""
        except self._error as error:
            raise DamagedError("it is damaged") from error


@dataclass(frozen=True, slots=True)
class Compression:
    """A way to compress: what it is told by, the bytes of which one opens each further member, what decompresses one.

    The first is b"" when nothing tells it, the second when no other member follows.
    """

    magic: bytes
    openers: bytes
    open_member: Callable[[], Member]


def zstd(dictionary: zstandard.ZstdCompressionDict | None = None) -> Compression:
    """Return zstd, with the dictionary that its frames were made with."""
    return Compression(ZSTD_MAGIC, ZSTD_MAGIC[:1] + SKIPPABLE, lambda: _ZstdFrame(dictionary))


GZIP = Compression(GZIP_MAGIC, GZIP_MAGIC[:1], lambda: _Deflated(zlib.MAX_WBITS | 32))
ZSTD = zstd()
DEFLATE = Compression(b"", b"", _Deflated)
BROTLI = Compression(b"", b"", _Brotli)


def told_by(start: bytes) -> Compression | None:
    """Return how a file that begins with `start` is compressed, whatever its name says; None when it is not."""
    return next((way for way in (GZIP, ZSTD) if start.startswith(way.magic)), None)


class Decompressor:
    """The content of members, one behind the other, that are fed to it in parts of any size.

    Zeros behind a member are padding. Anything else there is damage, unless `lenient`: then it is left out.
    """

    def __init__(self, compression: Compression, *, lenient: bool = False) -> None:
        """Decompress what was made with `compression`."""
        self._compression = compression
        self._lenient = lenient
        self._member: Member | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what `data` decompresses to, in pieces; raises DamagedError."""
        while data:
            if self._member is None:
                self._member = self._compression.open_member()
            elif self._member.eof:
                if not (data := data.lstrip(b"\0")):
                    return
                if data[0] not in self._compression.openers:
                    self._left_over()
                    return
                self._member = self._compression.open_member()
            yield from self._member.feed(data)
            data = self._member.unused_data if self._member.eof else b""

    def finish(self) -> None:
        """Raise DamagedError when the last member has no end."""
        if self._member is not None and not self._member.eof:
            raise DamagedError("it has no end: it is truncated")

    def _left_over(self) -> None:
        if not self._lenient:
            raise DamagedError("what follows its end is not compressed")


def decompress(parts: Iterable[bytes], compression: Compression, *, lenient: bool = False) -> Iterator[bytes]:
    """Yield the content of compressed `parts`, in pieces; raises DamagedError where it is damaged or has no end."""
    decompressor = Decompressor(compression, lenient=lenient)
    for part in parts:
        yield from decompressor.feed(part)
    decompressor.finish()
