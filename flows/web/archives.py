"""Archives of articles on the web: fetched to a file, whatever their size, and read from there."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO

from flows.files.reader import read_stream
from flows.inputs.inputs import Arrival
from flows.inputs.options import Options
from flows.inputs.source import Kind
from transforms.text.urls import path_of

_NAME = re.compile(r"\.(?:warc|jsonl|ndjson)(?:\.gz|\.zst)?$", re.IGNORECASE)
"""How the names of archives end: WARC by its standard (ISO 28500, annex), JSON Lines by custom."""


@contextmanager
def archive_file(url: str, options: Options) -> Iterator[BinaryIO | None]:
    """Give a file in the lake to fetch an archive to, None when none stands at `url`.

    That one does, the source says with its kind; where it says nothing, the name does. The file has no name: it is gone
    with the process, even when that is killed.
    """
    if options.kind != Kind.ARCHIVE and (options.kind or not _NAME.search(path_of(url))):
        yield None
        return
    with TemporaryFile(dir=options.lake) as file:
        yield file


async def read_archive(file: BinaryIO, url: str, source: str) -> AsyncIterator[Arrival]:
    """Yield what the archive in `file` holds, one document at a time; it was fetched from `url`."""
    file.seek(0)
    with open(file.fileno(), "rb", closefd=False) as stream:
        arrivals = read_stream(stream, url, source)
        while (arrival := await asyncio.to_thread(next, arrivals, None)) is not None:
            yield arrival
