"""The rows of a page as a file, for `?format=csv`, json, jsonl or parquet: the pages' API."""

from collections.abc import Iterator
from io import TextIOWrapper
from tempfile import SpooledTemporaryFile
from typing import IO

import duckdb
from starlette.responses import Response, StreamingResponse

from flows.answers.formats import write_parquet, write_text
from flows.answers.questions import require_answerable
from flows.answers.reader import Question, Reader
from flows.inputs.errors import UsageError

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
}

IN_MEMORY = 8 << 20
"""Bytes of an answer that are kept in memory; the rest is laid on disk until it is sent."""

MOST_BYTES = 1 << 30
"""A file that is longer is not for a browser, and `newslake sql --output` writes it."""

PART = 1 << 16


class _Bounded(SpooledTemporaryFile[bytes]):
    """A file that ends when its reader has had it, and is no longer than a browser can take."""

    def write(self, data: bytes) -> int:  # type: ignore[override] # of memoryviews and bytes, as its buffer takes
        if self.tell() + len(data) > MOST_BYTES:
            raise UsageError(f"the answer is longer than {MOST_BYTES >> 30} GB; `newslake sql --output` writes it")
        return super().write(data)


def download(reader: Reader, asked: Question, style: str, *, judged: bool = True) -> Response:
    """Return the rows that answer `asked` as a file; raises UsageError for another style, or what has no answer.

    A question that is not `judged` came from outside, and is judged first.
    """
    if style not in MEDIA_TYPES:
        raise UsageError(f"format={style} is none of {', '.join(MEDIA_TYPES)}")
    file = _Bounded(max_size=IN_MEMORY)
    try:
        with reader.cursor() as cursor:
            if not judged:
                require_answerable(cursor, asked.text, {})
            cursor.execute(asked.text, dict(asked.parameters))
            _write(cursor, style, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    named = {"Content-Disposition": f'attachment; filename="{asked.name}.{style}"'}
    return StreamingResponse(_parts(file), media_type=MEDIA_TYPES[style], headers=named)


def _write(cursor: duckdb.DuckDBPyConnection, style: str, file: IO[bytes]) -> None:
    if style == "parquet":
        write_parquet(cursor, file)
        return
    written = TextIOWrapper(file, encoding="utf-8", newline="")
    write_text(cursor, style, written)
    written.detach()  # which writes what is left, and leaves the file open


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while part := file.read(PART):
            yield part
