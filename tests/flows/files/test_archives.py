"""Web archives go in as files do."""

import gzip
from pathlib import Path

import pytest
import zstandard

from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.lake import read_lake

SENTENCES = " ".join(
    f"The council of the town met for the {n}th time and talked of the new bridge." for n in range(4, 12)
)


def record(number: int) -> bytes:
    body = f"<article><p>{SENTENCES} {number}</p></article>"
    page = f"<html><head><title>Part {number}</title></head><body>{body}</body></html>"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-06T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [bytes, gzip.compress, zstandard.compress])
def test_an_archive_gives_its_articles(tmp_path: Path, packed: "type[bytes]") -> None:
    archive = tmp_path / "crawl.warc"
    archive.write_bytes(b"".join(packed(record(number)) for number in range(3)))
    summary = run(Options([str(archive)], str(tmp_path / "lake")), local(1, None))
    assert summary.ledger == (("stored", None, 3),)
    with read_lake(tmp_path / "lake") as connection:
        urls = connection.execute(
            "select url, articles.fetched_at::date::varchar from articles join documents using (document_id)"
        )
        assert sorted(urls.fetchall()) == [(f"https://news.example/{number}", "2024-05-06") for number in range(3)]
    again = run(Options([str(archive)], str(tmp_path / "lake")), local(1, None))
    assert again.ledger == (("unchanged", "same_content", 3),)


def test_a_damaged_archive_gives_its_good_records(tmp_path: Path) -> None:
    members = [gzip.compress(record(number)) for number in range(3)]
    members[1] = members[1][:-20] + bytes(20)
    archive = tmp_path / "crawl.warc.gz"
    archive.write_bytes(b"".join(members))
    summary = run(Options([str(archive)], str(tmp_path / "lake")), local(1, None))
    assert (("stored", None, 2)) in summary.ledger
    assert {reason for outcome, reason, _ in summary.ledger if outcome == "rejected"} == {"damaged"}


def test_an_archive_without_a_page_is_accounted_for(tmp_path: Path) -> None:
    archives = tmp_path / "archives"
    archives.mkdir()
    (archives / "crawl.warc").write_bytes(b"WARC/")
    (archives / "request.warc").write_bytes(record(1).replace(b"WARC-Type: response", b"WARC-Type: request"))
    summary = run(Options([str(archives)], str(tmp_path / "lake")), local(1, None))
    assert {outcome: inputs for outcome, _, inputs in summary.ledger if outcome != "rejected"} == {}
    assert sum(inputs for _, _, inputs in summary.ledger) == 2
