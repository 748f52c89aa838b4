"""Archives on the web are fetched to a file, whatever their size, and give their articles once."""

import asyncio
import gzip
import io
import json
import tracemalloc
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from flows.web.client import Client
from flows.web.messages import Request, Response
from flows.web.settings import Settings
from tests.flows.files.test_archives import record
from tests.flows.web.test_crawl import SENTENCES, ingest, rows
from tests.flows.web_server import WebServer, answer, raw, stream

ARCHIVE = b"".join(gzip.compress(record(number)) for number in range(3))
BINARY = {"Content-Type": "application/octet-stream", "ETag": '"one"'}


pytestmark = pytest.mark.usefixtures("quick_runs")


def test_an_archive_gives_its_articles_once(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/news.warc.gz", answer(ARCHIVE, headers=BINARY), answer(b"", 304))
    assert ingest(tmp_path, url) == {("stored", None): 3}
    assert rows(tmp_path, "select url, announced, fetched, complete from polls") == [(url, 3, 3, True)]
    assert ingest(tmp_path, url) == {("unchanged", "not_modified"): 1}
    assert [seen.headers.get("If-None-Match") for seen in server.log if seen.path == "/news.warc.gz"] == [None, '"one"']
    assert {path.name for path in tmp_path.iterdir()} == {"catalog.sqlite", "commit.lock", "robots", "runs", "tables"}


def test_json_lines_are_an_archive_too(server: WebServer, tmp_path: Path) -> None:
    lines = [json.dumps({"url": f"https://news.example/{n}", "text": f"{SENTENCES} {n}"}) for n in range(2)]
    url = server.serve("/news.jsonl.gz", answer(gzip.compress("\n".join(lines).encode()), headers=BINARY))
    assert ingest(tmp_path, url) == {("stored", None): 2}
    assert rows(tmp_path, "select uri from inputs order by uri") == [(f"{url}#line=1",), (f"{url}#line=2",)]


def test_the_source_says_that_it_is_one(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/download?id=7", answer(ARCHIVE, headers=BINARY))
    assert ingest(tmp_path, url, kind="archive") == {("stored", None): 3}


def test_one_that_breaks_off_is_fetched_again_from_its_start(server: WebServer, tmp_path: Path) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/warc\r\nContent-Length: {len(ARCHIVE)}\r\n\r\n".encode()
    url = server.serve("/news.warc.gz", raw(head + ARCHIVE[: len(ARCHIVE) // 2]), answer(ARCHIVE, headers=BINARY))
    assert ingest(tmp_path, url) == {("stored", None): 3}


def test_a_limit_leaves_the_rest_for_later(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/news.warc.gz", answer(ARCHIVE, headers=BINARY))
    assert ingest(tmp_path, url, limit=2) == {("stored", None): 2}
    assert ingest(tmp_path, url) == {("stored", None): 1, ("unchanged", "same_content"): 2}


def test_what_is_no_archive_and_what_is_damaged_have_reasons(server: WebServer, tmp_path: Path) -> None:
    lost = server.serve("/lost.warc.gz", answer(b"", 404))
    damaged = server.serve("/damaged.warc.gz", answer(ARCHIVE[:-9], headers=BINARY))
    assert ingest(tmp_path, lost, damaged) == {
        ("stored", None): 2,
        ("rejected", "not_found"): 1,
        ("rejected", "damaged"): 1,
    }
    ((uri,),) = rows(tmp_path, "select uri from inputs where reason = 'damaged'")
    assert uri.startswith(f"{damaged}#offset=")


def test_a_large_one_goes_by_the_memory(server: WebServer, quick: Settings) -> None:
    size = 64 * 2**20
    url = server.serve("/large.warc", stream((bytes(2**20) for _ in range(64)), pause=0.01))

    async def fetch(most: int) -> object:
        async with Client(replace(quick, max_archive_bytes=most, total_timeout=0.5)) as client:
            with TemporaryFile() as file:
                answered = await client.fetch(Request(url=url), file)
                return file.seek(0, io.SEEK_END) if isinstance(answered, Response) else answered.reason

    tracemalloc.start()
    try:
        assert asyncio.run(fetch(size)) == size
        assert tracemalloc.get_traced_memory()[1] < 16 * 2**20
    finally:
        tracemalloc.stop()
    url = server.serve("/larger.warc", answer(bytes(1001)))
    assert asyncio.run(fetch(1000)) == "too_large"
