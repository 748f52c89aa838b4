"""Writers and readers work on one lake at once: none fails, none waits for one who reads, nothing is stored twice."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

import pytest

from sql.lake import open_lake, read_lake

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path

from flows.inputs.inputs import document_id
from flows.pipeline.lake_index import Known
from sql.lake import open_lake
from sql.tables import insert
from transforms.records.article_records import Document
from transforms.records.raw_document import Raw
from transforms.records.run_records import Input

NOW = datetime(2026, 1, 2, tzinfo=UTC)

def store(number):
    content = f"document {number}".encode()
    raw = Raw(document_id=document_id(content), uri=f"u{number}", source="s", content=content, fetched_at=NOW)
    (found,) = known.documents([raw])
    if found.first_uri is None:
        document = Document(
            document_id=raw.document_id, uri=raw.uri, source="s", media_type="text/plain", charset="utf-8",
            fetched_at=NOW, size_bytes=len(content), content=content,
        )
        insert(lake.connection, "documents", [document])
        known.note_documents({raw.document_id: raw.uri})
    line = Input(
        run_id=sys.argv[2], uri=raw.uri, source="s", outcome="unchanged" if found.is_unchanged else "stored",
        document_id=raw.document_id, seen_at=NOW,
    )
    insert(lake.connection, "inputs", [line])

with open_lake(Path(sys.argv[1])) as lake:
    known = Known(lake)
    (progress,) = lake.connection.execute("select current_setting('enable_progress_bar')").fetchone()
    assert not progress, "DuckDB draws a bar among what a program of one line prints, when a query takes long"
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(4):
        known.commit(lambda: store(number))
"""

PATIENCE = 120
"""Seconds in which sixteen commits are made, on a busy machine too: longer than a locked catalogue is waited for."""

COUNTS = """
select
    (select count(*) from documents),
    (select count(*) from inputs where outcome = 'stored'),
    (select count(*) from inputs where outcome = 'unchanged')
"""


def piped(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def writers(tmp_path: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Four processes that have copied what an empty lake holds, and store the same four documents once told to."""
    with open_lake(tmp_path):
        pass
    with ExitStack() as processes:
        command = [sys.executable, "-c", WRITER, str(tmp_path)]
        started = [processes.enter_context(piped([*command, name])) for name in ("first", "second", "third", "fourth")]
        for writer in started:
            assert writer.stdout
            assert writer.stdout.readline() == "ready\n", writer.communicate()[1]
        yield started
        for writer in started:
            writer.kill()


def test_writers_and_readers_at_once(tmp_path: Path, writers: list[subprocess.Popen[str]]) -> None:
    with ExitStack() as reading:
        holder, *readers = (reading.enter_context(read_lake(tmp_path)) for _ in range(4))
        holder.execute("begin")
        assert holder.execute(COUNTS).fetchall() == [(0, 0, 0)]
        for writer in writers:
            assert writer.stdin
            print(file=writer.stdin, flush=True)
        end = monotonic() + PATIENCE
        while any(writer.poll() is None for writer in writers) and monotonic() < end:
            for reader in readers:
                documents, stored, _ = reader.execute(COUNTS).fetchall()[0]
                assert documents == stored, "a commit is seen whole"
            sleep(0.05)
        assert [writer.communicate(timeout=5)[1] for writer in writers] == [""] * len(writers)
        assert readers[0].execute(COUNTS).fetchall() == [(4, 4, 4 * (len(writers) - 1))]
        assert holder.execute(COUNTS).fetchall() == [(0, 0, 0)], "a transaction sees what it saw"
