"""A damaged file costs itself alone: the run goes on, and each input has its line."""

import gzip
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.files.reader import read_file
from flows.inputs.inputs import Refusal
from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.lake import read_lake
from tests.flows.files.test_archives import SENTENCES, record
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

LINES = b"".join(json.dumps({"title": f"Part {n}", "text": f"{SENTENCES} {n}"}).encode() + b"\n" for n in range(3))
RECORDS = [record(number) for number in range(3)]

INPUTS: dict[str, bytes] = {
    "page.html": f"<html><body><article><p>{SENTENCES}</p></article></body></html>".encode(),
    "page.txt.gz": gzip.compress(SENTENCES.encode()),
    "page.txt.zst": zstandard.ZstdCompressor(write_checksum=True).compress(SENTENCES.encode()),
    "articles.jsonl": LINES,
    "articles.jsonl.gz": gzip.compress(LINES),
    "articles.jsonl.zst": zstandard.compress(LINES),
    "crawl.warc": b"".join(RECORDS),
    "crawl.warc.gz": b"".join(map(gzip.compress, RECORDS)),
    "crawl.warc.zst": b"".join(map(zstandard.compress, RECORDS)),
    "whole.warc.gz": gzip.compress(b"".join(RECORDS)),
    "sitemap.xml.gz": gzip.compress(b"<urlset><url><loc>https://news.example/1</loc></url></urlset>"),
}


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """Cut a content somewhere, or write other bytes over some of it."""
    at = draw(st.integers(0, len(content) - 1))
    noise = draw(st.binary(max_size=40) | st.sampled_from([b"\xff" * 40, bytes(40), b"[" * 9000]))
    rest = content[at + len(noise) :] if draw(st.booleans()) else b""
    return content[:at] + noise + rest


@pytest.mark.parametrize("name", INPUTS)
@given(st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_what_is_damaged_never_fails(tmp_path: Path, name: str, data: st.DataObject) -> None:
    path = tmp_path / name
    path.write_bytes(data.draw(damaged(INPUTS[name])))
    arrivals = list(read_file(path, "source"))
    assert arrivals, "nothing vanishes"
    assert all(isinstance(arrival, Raw | Refusal) for arrival in arrivals)


@given(st.fixed_dictionaries({name: damaged(content) for name, content in INPUTS.items()}))
@settings(max_examples=3)
def test_a_run_over_damaged_files_stores_the_good_one(contents: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, lake = Path(place) / "articles", Path(place) / "lake"
        folder.mkdir()
        for name, content in contents.items():
            (folder / name).write_bytes(content)
        good = folder / "whole.txt"
        good.write_text(f"Ports reopen\n\n{SENTENCES}\n\nThis one is not damaged, and nothing else says so.")
        offered = sum(len(list(read_file(path, "s"))) for path in folder.iterdir())
        summary = run(Options([str(folder)], str(lake)), local(1, None))
        assert sum(inputs for _, _, inputs in summary.ledger) == offered
        with read_lake(lake) as connection:
            (line,) = connection.execute("select outcome from inputs where uri = $1", [good.as_uri()]).fetchall()
            statuses = connection.execute("select status from runs").fetchall()
        assert (line, statuses) == (("stored",), [("completed",)])


@pytest.mark.parametrize(
    "content",
    [
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + b"\xff" * 60,
        b"\x1f\x8bthis is no gzip at all",
        b"\x28\xb5\x2f\xfd" + b"\xff" * 60,
        INPUTS["page.txt.gz"][:60] + bytes(9) + INPUTS["page.txt.gz"][69:],
        INPUTS["page.txt.gz"] + b"and something behind it",
    ],
)
def test_what_cannot_be_decompressed_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    (arrival,) = read_file(path, "source")
    assert isinstance(arrival, Refusal)
    assert arrival.reason == Reason.DAMAGED


@pytest.mark.parametrize("padding", [bytes(512), b"\x5e\x2a\x4d\x18\x04\x00\x00\x00skip"])
def test_what_stands_behind_the_end_by_right_is_no_damage(tmp_path: Path, padding: bytes) -> None:
    path = tmp_path / "article.txt"
    for compress in (gzip.compress, zstandard.compress)[padding[:1] == b"\x5e" :]:
        path.write_bytes(compress(SENTENCES.encode()) + padding)
        (arrival,) = read_file(path, "source")
        assert isinstance(arrival, Raw)
        assert arrival.content == SENTENCES.encode()


def test_a_deeply_nested_line_is_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    deep = b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"
    path.write_bytes(deep + LINES)
    assert [arrival.uri[-6:] for arrival in read_file(path, "s")] == [f"line={n}" for n in range(1, 5)]
    summary = run(Options([str(path)], str(tmp_path / "lake")), local(1, None))
    assert summary.ledger == (("rejected", "malformed", 1), ("stored", None, 3))


def test_the_lines_before_the_damage_are_kept_also_in_a_short_file(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl.gz"
    packed = gzip.compress(LINES, compresslevel=0)
    path.write_bytes(packed[: len(packed) - 40])
    arrivals = list(read_file(path, "s"))
    assert [type(arrival) for arrival in arrivals] == [Raw, Raw, Refusal]


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
def test_an_archive_that_is_damaged_at_its_start_gives_the_rest(
    tmp_path: Path, compress: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "crawl.warc.gz"
    first, *others = map(compress, RECORDS)
    path.write_bytes(first[:12] + b"\xff" * 30 + first[42:] + b"".join(others))
    assert [type(arrival) for arrival in read_file(path, "s")] == [Refusal, Raw, Raw]


def test_numbers_that_no_archive_holds_are_damage(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    long = RECORDS[0].replace(b"Content-Length: ", b"Content-Length: " + b"9" * 5000, 1)
    chunk = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nffffffffffffffffffff\r\nx"
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/c\r\n"
    chunked = f"{head}WARC-Date: 0001-01-01T00:00:00+14:00\r\nContent-Length: {len(chunk)}\r\n\r\n".encode() + chunk
    dated = RECORDS[1].replace(b"2024-05-06T10:00:00Z", b"0001-01-01T00:00:00+14:00")
    path.write_bytes(long + chunked + b"\r\n\r\n" + dated)
    assert [type(arrival) for arrival in read_file(path, "s")] == [Refusal, Refusal, Raw]
