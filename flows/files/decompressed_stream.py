"""Read a file as if it were not compressed, up to its end or to where it is damaged."""

import io
from collections.abc import Iterator

from flows.files.compression import PIECE, DamagedError, decompress, told_by


class _Pieces(io.RawIOBase):
    """A stream of pieces; damage is raised once all before it has been read, and at each reading from then on."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._pending = memoryview(b"")
        self._damage: DamagedError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer) and self._has_more():
            count = min(len(buffer) - filled, len(self._pending))
            buffer[filled : filled + count] = self._pending[:count]
            self._pending = self._pending[count:]
            filled += count
        if not filled and self._damage:
            raise self._damage
        return filled

    def _has_more(self) -> bool:
        try:
            while not self._pending:
                self._pending = memoryview(next(self._pieces))
        except StopIteration:
            return False
        except DamagedError as error:
            self._damage = error
            return False
        return True


def decompressed(stream: io.BufferedReader) -> io.BufferedIOBase:
    """Return `stream`, decompressed when its first bytes say gzip or zstd; reading it may raise DamagedError."""
    compression = told_by(stream.peek(4))
    if compression is None:
        return stream
    parts = iter(lambda: stream.read(PIECE), b"")
    return io.BufferedReader(_Pieces(decompress(parts, compression)), PIECE)


def read_start(stream: io.BufferedIOBase, limit: int) -> bytes:
    """Read up to `limit` bytes, fewer at the end or before damage; raises DamagedError when there is only damage."""
    content = b""
    while len(content) < limit:
        try:
            piece = stream.read1(limit - len(content))
        except DamagedError:
            if content:
                break
            raise
        if not piece:
            break
        content += piece
    return content


def read_rest(stream: io.BufferedIOBase, limit: int) -> bytes:
    """Read up to `limit` bytes, fewer at the end; raises DamagedError.

    Piece by piece: `read` makes room for all that it is asked for, which takes longer than to read a small file.
    """
    pieces = []
    while limit and (piece := stream.read1(min(limit, PIECE))):
        pieces.append(piece)
        limit -= len(piece)
    return b"".join(pieces)
