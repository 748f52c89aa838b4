"""Read article files, plain or compressed: one document each, JSON Lines with one a line, or web archives."""

import io
import json
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from flows.files.compressed_members import find_packing, find_record
from flows.files.compression import DamagedError, told_by
from flows.files.decompressed_stream import decompressed, read_rest, read_start
from flows.files.documents import MAX_DOCUMENT_BYTES, make_document
from flows.files.warc import is_warc, read_warc
from flows.inputs.inputs import Arrival, Refusal
from transforms.records.reasons import Reason

ARCHIVE_PROBE_BYTES = 5  # enough of a file to see whether it is a web archive

PROBE_BYTES = 64 * 1024  # enough of a file to see whether its first line is a JSON object

JSON_LINES_NAME = re.compile(r"\.(jsonl|ndjson)(\.(gz|zstd?))?$", re.IGNORECASE)  # compressed or not


def read_file(path: Path, source: str) -> Iterator[Arrival]:
    """Yield the documents of the file at `path`, and a Refusal for what of it cannot be read."""
    uri = path.as_uri()
    try:
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):  # found as an entry only when its own entries could not be listed
            yield Refusal(uri, source, Reason.UNREADABLE, "the folder cannot be listed")
            return
        if not stat.S_ISREG(mode):
            yield Refusal(uri, source, Reason.NOT_REGULAR, f"{_kind(mode)}; only regular files are read")
            return
        with path.open("rb") as stream:
            yield from read_stream(stream, uri, source)
    except OSError as error:
        yield Refusal(uri, source, Reason.UNREADABLE, (error.strerror or str(error)).lower())


def read_stream(stream: io.BufferedReader, uri: str, source: str) -> Iterator[Arrival]:
    """Yield the documents of the file `stream`, open at its start, and a Refusal for what of it cannot be read."""
    try:
        if _is_archive(stream):
            yield from _archive(stream, uri, source)
        else:
            yield from _documents(decompressed(stream), uri, source)
    except DamagedError as error:
        yield Refusal(uri, source, Reason.DAMAGED, f"of its compressed content: {error}")


def _archive(stream: io.BufferedReader, uri: str, source: str) -> Iterator[Arrival]:
    nothing = Refusal(uri, source, Reason.EMPTY, "the archive holds no response")
    yield from _or_empty(read_warc(stream, uri, source), nothing)


def _or_empty(arrivals: Iterator[Arrival], nothing: Refusal) -> Iterator[Arrival]:
    """Yield the arrivals, or `nothing` where there are none: a file that holds nothing has its line too."""
    yield next(arrivals, nothing)
    yield from arrivals


def _is_archive(stream: io.BufferedReader) -> bool:
    """Whether a file is a web archive; leaves it at its start."""
    start = stream.read(ARCHIVE_PROBE_BYTES)
    stream.seek(0)
    if told_by(start) is None:
        return is_warc(start)
    try:
        return is_warc(read_start(decompressed(stream), ARCHIVE_PROBE_BYTES))
    except DamagedError:  # what is damaged at its start may have a record behind it
        stream.seek(0)
        return find_record(stream, find_packing(stream)[0], 0) is not None
    finally:
        stream.seek(0)


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFLNK: "a symbolic link",
        stat.S_IFIFO: "a named pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFDIR: "a folder",
    }
    return kinds.get(stat.S_IFMT(mode), "a device")


def _documents(stream: io.BufferedIOBase, uri: str, source: str) -> Iterator[Arrival]:
    content = read_start(stream, PROBE_BYTES)
    if JSON_LINES_NAME.search(uri) or _is_json_lines(content):
        yield from _or_empty(_lines(content, stream, uri, source), Refusal(uri, source, Reason.EMPTY, "it has no line"))
        return
    yield make_document(content + read_rest(stream, MAX_DOCUMENT_BYTES + 1 - len(content)), uri, source)


def _is_json_lines(start: bytes) -> bool:
    """Whether a file that begins with `start` has a JSON object as its first line that is not blank."""
    line, _, rest = start.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except RecursionError:
        return True  # whoever reads the line will say what is wrong with it
    except ValueError:
        # A first line longer than the probe cannot be parsed, but what begins so is no article in plain text.
        return not rest and len(start) >= PROBE_BYTES


def _lines(start: bytes, stream: io.BufferedIOBase, uri: str, source: str) -> Iterator[Arrival]:
    """Yield a document for each line that is not blank, with the number of the line in its URI, counted from 1."""
    pending = io.BytesIO(start.removeprefix(b"\xef\xbb\xbf"))
    number = 0
    while line := _next_line(pending, stream):
        number += 1
        if line.strip():
            yield make_document(line.strip(), f"{uri}#line={number}", source)


def _next_line(pending: io.BytesIO, stream: io.BufferedIOBase) -> bytes:
    """Take a line from `pending`, and from `stream` once that is used up; the rest of one over the limit is skipped."""
    line = pending.readline()
    if not line.endswith(b"\n"):
        line += stream.readline(MAX_DOCUMENT_BYTES + 1 - len(line))
    if len(line) > MAX_DOCUMENT_BYTES:
        while (rest := stream.readline(PROBE_BYTES)) and not rest.endswith(b"\n"):
            pass
    return line
