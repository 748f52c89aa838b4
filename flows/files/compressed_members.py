"""Read a file that is compressed in members, one a record, and find the next member after a damaged one."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import zstandard

from flows.files.compression import GZIP, PIECE, ZSTD, ZSTD_MAGIC, DamagedError, Member, zstd

SEARCH_BYTES = 1024 * 1024

DICTIONARY_MAGIC = b"\x5d\x2a\x4d\x18"
"""Opens the frame that holds the dictionary of a `.warc.zst` file (IIPC's "Zstandard Compression for WARC Files")."""

MAX_DICTIONARY_BYTES = 16 * 1024 * 1024  # those in use are far below one MiB


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
    if magic.startswith(GZIP.magic):
        return Packing(GZIP.magic + b"\x08", open_member=GZIP.open_member), 0
    if magic == DICTIONARY_MAGIC:
        dictionary, position = _read_dictionary(stream)
        return Packing(ZSTD.magic, open_member=zstd(dictionary).open_member), position
    if magic == ZSTD.magic:
        return Packing(ZSTD.magic, open_member=ZSTD.open_member), 0
    return Packing(b"\r\n\r\nWARC/", lead=4), 0


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


class MemberReader:
    """The decompressed content of a file of records.

    `offset` is where in the file the record that began last can be found again: its own place, or its member's.
    """

    def __init__(self, stream: io.BufferedReader, packing: Packing, position: int) -> None:
        """Read `stream` from `position`, where it stands."""
        self.offset = position
        self._is_plain = packing.open_member is None
        self._pieces = _pieces(stream, packing.open_member, position)
        self._start = position
        self._buffer = b""
        self._at = 0

    def begin(self) -> bool:
        """Note that a record begins here; False when nothing follows."""
        self.offset = self._start + self._at if self._is_plain else self._start
        while self._at >= len(self._buffer):
            if not self._fill():
                return False
            self.offset = self._start
        return True

    def end(self) -> None:
        """Note that a record ends here: a member that ends here too is read to its checksum."""
        while self._at >= len(self._buffer):
            start = self._start
            if not self._fill() or (not self._buffer and self._start != start):
                return

    def read(self, count: int) -> bytes:
        """Return `count` bytes, fewer at the end."""
        return b"".join(self._read(count))

    def skip(self, count: int) -> int:
        """Pass over `count` bytes, and return how many there were."""
        return sum(map(len, self._read(count)))

    def readline(self, limit: int) -> bytes:
        """Return what is left of a line with its end, at most `limit` bytes."""
        line = b""
        while len(line) < limit and not line.endswith(b"\n") and (self._at < len(self._buffer) or self._fill()):
            end = self._buffer.find(b"\n", self._at) + 1 or len(self._buffer)
            line += self._take(min(end - self._at, limit - len(line)))
        return line

    def _read(self, count: int) -> Iterator[bytes]:
        while count > 0 and (self._at < len(self._buffer) or self._fill()):
            piece = self._take(count)
            count -= len(piece)
            yield piece

    def _take(self, count: int) -> bytes:
        piece = self._buffer[self._at : self._at + count]
        self._at += len(piece)
        return piece

    def _fill(self) -> bool:
        piece = next(self._pieces, None)
        if piece is not None:
            self._start, self._buffer = piece
            self._at = 0
        return piece is not None


def _pieces(
    stream: io.BufferedReader, open_member: Callable[[], Member] | None, position: int
) -> Iterator[tuple[int, bytes]]:
    """Yield the content in pieces, each with its place when the file is not compressed, else with its member's."""
    return _plain_pieces(stream, position) if open_member is None else _member_pieces(stream, open_member, position)


def _plain_pieces(stream: io.BufferedReader, position: int) -> Iterator[tuple[int, bytes]]:
    while content := stream.read(PIECE):
        yield position, content
        position += len(content)


def _member_pieces(
    stream: io.BufferedReader, open_member: Callable[[], Member], position: int
) -> Iterator[tuple[int, bytes]]:
    compressed = stream.read(io.DEFAULT_BUFFER_SIZE)
    while compressed:
        member, start = open_member(), position
        yield start, b""  # so that the place is known of a member which nothing can be read of
        while not member.eof:
            if not compressed:
                raise DamagedError("its compressed content is truncated")
            position += len(compressed)
            yield from ((start, piece) for piece in member.feed(compressed))
            compressed = b"" if member.eof else stream.read(io.DEFAULT_BUFFER_SIZE)
        position -= len(member.unused_data)
        compressed = member.unused_data or stream.read(io.DEFAULT_BUFFER_SIZE)


def find_record(stream: io.BufferedReader, packing: Packing, position: int) -> int | None:
    """Return the place of the first record that begins at `position` or after it; None when there is no other."""
    kept = b""
    while True:
        stream.seek(position)
        read = stream.read(SEARCH_BYTES)
        if not read:
            return None
        window, base = kept + read, position - len(kept)
        at = window.find(packing.mark)
        while at >= 0:
            if _opens_record(stream, packing, base + at + packing.lead):
                return base + at + packing.lead
            at = window.find(packing.mark, at + 1)
        kept = window[1 - len(packing.mark) :]
        position += len(read)


def _opens_record(stream: io.BufferedReader, packing: Packing, position: int) -> bool:
    stream.seek(position)
    try:
        return MemberReader(stream, packing, position).read(5) == b"WARC/"
    except DamagedError:
        return False
