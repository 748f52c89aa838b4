"""A web archive gives its pages, and a reason for each response that is none."""

import gzip
import io
import os
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from flows.files import documents, warc, warc_records
from flows.files.compressed_members import DICTIONARY_MAGIC
from flows.files.warc import is_warc, read_warc
from flows.inputs.inputs import Arrival, Polled, Refusal, Unchanged, document_id
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

PAGE = b"<html><p>Rain fell on Lisbon.</p></html>"
URI = "file:///archive.warc.gz"


def record(block: bytes, *, uri: str = "https://example.org/a", kind: str = "response", extra: str = "") -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-03-04T05:06:07Z\r\nWARC-Target-URI: {uri}\r\n"
        f"WARC-Record-ID: <urn:uuid:2d1f4b3e-0000-4000-8000-000000000001>\r\n{extra}"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def http(body: bytes = PAGE, headers: str = "Content-Type: text/html", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body


def pages(count: int) -> list[bytes]:
    return [
        record(http(b"<p>Page %d</p>" % number), uri=f"https://example.org/{number}") for number in range(1, count + 1)
    ]


def read(content: bytes) -> list[Arrival]:
    return list(read_warc(io.BufferedReader(io.BytesIO(content)), URI, "archive"))


def only(content: bytes) -> Arrival:
    (arrival,) = read(content)
    return arrival


def outcomes(content: bytes) -> list[str]:
    """Say of each arrival its page, or its reason and address."""
    found = [arrival for arrival in read(content) if not isinstance(arrival, Polled)]
    return [
        arrival.content.decode() if isinstance(arrival, Raw) else f"{arrival.reason} {arrival.uri}" for arrival in found
    ]


def gzip_members(records: list[bytes]) -> list[bytes]:
    return [gzip.compress(each) for each in records]


def zstd_members(records: list[bytes]) -> list[bytes]:
    return [zstandard.ZstdCompressor(write_checksum=True).compress(each) for each in records]


def plain(records: list[bytes]) -> list[bytes]:
    return records


PACKINGS = [plain, gzip_members, zstd_members]


def test_a_page_comes_with_what_http_said() -> None:
    headers = (
        'Content-Type: text/html; charset=windows-1252\r\nETag: "x1"\r\nLast-Modified: Mon, 4 Mar 2024 05:00:00 GMT'
    )
    raw = only(record(http(headers=headers)))
    assert raw == Raw(
        document_id=document_id(PAGE),
        uri="https://example.org/a",
        source="archive",
        content=PAGE,
        fetched_at=datetime(2024, 3, 4, 5, 6, 7, tzinfo=UTC),
        captured_at=datetime(2024, 3, 4, 5, 6, 7, tzinfo=UTC),
        content_type="text/html; charset=windows-1252",
        http_status=200,
        etag='"x1"',
        last_modified="Mon, 4 Mar 2024 05:00:00 GMT",
    )


@pytest.mark.parametrize("pack", PACKINGS)
def test_all_records_are_read_in_order(pack: Callable[[list[bytes]], list[bytes]]) -> None:
    assert outcomes(b"".join(pack(pages(5)))) == [f"<p>Page {number}</p>" for number in range(1, 6)]


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
def test_a_file_compressed_as_a_whole_is_read(compress: Callable[[bytes], bytes]) -> None:
    assert len(outcomes(compress(b"".join(pages(300))))) == 300


def test_a_zstd_dictionary_stands_before_the_records() -> None:
    dictionary = zstandard.train_dictionary(2048, [*pages(500)])
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    members = b"".join(compressor.compress(each) for each in pages(3))
    for stored in (dictionary.as_bytes(), zstandard.compress(dictionary.as_bytes())):
        frame = DICTIONARY_MAGIC + len(stored).to_bytes(4, "little") + stored
        assert is_warc(frame)
        assert outcomes(frame + members) == ["<p>Page 1</p>", "<p>Page 2</p>", "<p>Page 3</p>"]
        assert outcomes(frame[:-9]) == [f"damaged {URI}#offset=0"]


def test_what_another_program_wrote_is_read() -> None:
    """The sample was written by warcio 1.8: two requests and responses, with a revisit after them."""
    first, second, revisit = read((Path(__file__).parent / "samples" / "warcio.warc.gz").read_bytes())
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert (first.uri, first.content, second.content) == ("https://example.org/é", PAGE, PAGE * 100)
    assert isinstance(revisit, Unchanged)
    assert (revisit.uri, revisit.reason) == ("https://example.org/b", Reason.SAME_CONTENT)


@pytest.mark.parametrize("kind", ["request", "metadata", "warcinfo"])
def test_other_records_are_no_inputs(kind: str) -> None:
    assert outcomes(record(http(), kind=kind) + record(http())) == [PAGE.decode()]


def test_the_answer_of_a_resolver_is_no_input() -> None:
    assert read(record(b"20240304050607\nexample.org. 60 IN A 192.0.2.1\n", uri="dns:example.org")) == []


def test_a_resource_and_extracted_text_are_documents_without_http() -> None:
    for kind in ("resource", "conversion"):
        raw = only(record(b"Rain fell on Lisbon.", kind=kind, extra="Content-Type: text/plain\r\n"))
        assert isinstance(raw, Raw)
        assert (raw.content, raw.content_type, raw.http_status) == (b"Rain fell on Lisbon.", "text/plain", None)


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (http(status="404 Not Found"), Reason.HTTP_ERROR),
        (http(status="301 Moved Permanently", headers="Location: /b"), Reason.HTTP_ERROR),
        (http(headers="Content-Type: image/jpeg"), Reason.UNSUPPORTED),
        (http(headers="Content-Type: text/css; charset=utf-8"), Reason.UNSUPPORTED),
        (http(b" \r\n"), Reason.EMPTY),
        (http(gzip.compress(PAGE, mtime=0)[:-9], "Content-Encoding: gzip"), Reason.DAMAGED),
        (PAGE, Reason.DAMAGED),
        (b"", Reason.DAMAGED),
    ],
)
def test_a_response_that_is_no_page_has_a_reason(block: bytes, reason: Reason) -> None:
    refusal, page = read(record(block) + record(http()))
    assert isinstance(refusal, Refusal)
    assert (refusal.uri, refusal.reason) == ("https://example.org/a", reason)
    assert isinstance(page, Raw), "the next record is read all the same"


def test_headers_are_read_leniently() -> None:
    for block in (
        b"HTTP/2 200\r\n\r\n" + PAGE,
        b"HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + PAGE,
        http(headers="content-type: TEXT/HTML\r\nX-Odd: \xe9\r\n" + "Set-Cookie: a=b\r\n" * 300 + "X: y"),
    ):
        assert outcomes(record(block)) == [PAGE.decode()], block[:40]
    assert outcomes(record(http(), uri="<https://example.org/a>")) == [PAGE.decode()]


def test_a_date_without_zone_is_in_utc() -> None:
    raw = only(record(http()).replace(b"07Z", b"07"))
    assert isinstance(raw, Raw)
    assert raw.fetched_at == datetime(2024, 3, 4, 5, 6, 7, tzinfo=UTC)


def test_a_page_over_the_limit_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (documents, warc, warc_records):
        monkeypatch.setattr(module, "MAX_DOCUMENT_BYTES", 10_000)
    bomb = http(gzip.compress(b"a" * 10_000_000), "Content-Encoding: gzip")
    content = record(http(b"a" * 20_000)) + record(bomb[:9_000]) + record(http())
    assert [arrival.reason if isinstance(arrival, Refusal) else "page" for arrival in read(content)] == [
        Reason.TOO_LARGE,
        Reason.TOO_LARGE,
        "page",
    ]


@pytest.mark.parametrize("pack", PACKINGS)
def test_a_file_that_is_broken_off_gives_its_whole_records(pack: Callable[[list[bytes]], list[bytes]]) -> None:
    members = pack(pages(3))
    start = len(members[0]) + len(members[1])
    for missing in (5, len(members[2]) // 2, len(members[2]) - 3):
        content = b"".join(members)[:-missing]
        assert outcomes(content) == ["<p>Page 1</p>", "<p>Page 2</p>", f"damaged {URI}#offset={start}"], missing


@pytest.mark.parametrize("pack", [gzip_members, zstd_members])
@pytest.mark.parametrize("place", [0, 3, 60, -6])
def test_reading_goes_on_behind_a_damaged_member(place: int, pack: Callable[[list[bytes]], list[bytes]]) -> None:
    members = pack(pages(4))
    damaged = bytearray(members[1])
    damaged[place : place + 4 if place + 4 else None] = b"\xff\xff\xff\xff"
    content = members[0] + bytes(damaged) + members[2] + members[3]
    expected = ["<p>Page 1</p>", f"damaged {URI}#offset={len(members[0])}", "<p>Page 3</p>", "<p>Page 4</p>"]
    assert outcomes(content) == expected


def test_a_page_with_a_wrong_checksum_is_damaged() -> None:
    page = http(os.urandom(5_000).hex().encode())  # more than is decompressed at a time
    for pack in (gzip_members, zstd_members):
        first, second = pack([record(page), record(http())])
        content = first[:-4] + b"\0\0\0\0" + second
        assert outcomes(content) == [f"damaged {URI}#offset=0", PAGE.decode()]


@pytest.mark.parametrize("pack", PACKINGS)
@pytest.mark.parametrize("length", [b"3", b"400", b"x", b"-1", b""])
def test_reading_goes_on_behind_a_record_of_wrong_length(
    pack: Callable[[list[bytes]], list[bytes]], length: bytes
) -> None:
    records = pages(4)
    head, _, block = records[1].partition(b"Content-Length: ")
    records[1] = head + b"Content-Length: " + length + block[block.index(b"\r\n") :]
    members = pack(records)
    expected = ["<p>Page 1</p>", f"damaged {URI}#offset={len(members[0])}", "<p>Page 3</p>", "<p>Page 4</p>"]
    assert outcomes(b"".join(members)) == expected


def test_what_stands_between_records_is_reported_once() -> None:
    first, second = pages(2)
    assert outcomes(first + b"garbage\r\n\r\n" + second) == [
        "<p>Page 1</p>",
        f"damaged {URI}#offset={len(first)}",
        "<p>Page 2</p>",
    ]
    assert outcomes(first + b"\r\n\r\n\r\n" + second + b"\r\n") == ["<p>Page 1</p>", "<p>Page 2</p>"]


def test_a_stream_that_cannot_seek_ends_at_the_damage() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    first, second = gzip_members(pages(2))
    stream: io.BufferedReader = io.BufferedReader(Pipe(first + b"garbage" + second))
    assert [type(arrival) for arrival in read_warc(stream, URI, "archive")] == [Raw, Refusal]


@given(st.binary(max_size=300), st.integers(0, 700), st.sampled_from(PACKINGS))
def test_damage_never_fails(noise: bytes, place: int, pack: Callable[[list[bytes]], list[bytes]]) -> None:
    content = bytearray(b"".join(pack(pages(3))))
    content[place : place + len(noise)] = noise
    for arrival in read(bytes(content)):
        assert isinstance(arrival, Raw | Refusal)


class Archive(io.RawIOBase):
    """An archive that is made while it is read: pages of some size, and a film between them."""

    def __init__(self, pack: Callable[[bytes], bytes], count: int) -> None:
        self._parts = self._made(pack, count)
        self._pending = b""

    @staticmethod
    def _made(pack: Callable[[bytes], bytes], count: int) -> Iterator[bytes]:
        film = pack(record(http(bytes(8_000_000), "Content-Type: video/mp4")))
        for number in range(count):
            yield pack(record(http(b"<p>%d %s</p>" % (number, b"word " * 10_000)), uri=f"https://a.test/{number}"))
            if number % 400 == 0:
                yield film

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        self._pending = self._pending or next(self._parts, b"")
        count = min(len(buffer), len(self._pending))
        buffer[:count] = self._pending[:count]
        self._pending = self._pending[count:]
        return count


@pytest.mark.parametrize("pack", [bytes, lambda content: gzip.compress(content, 1), zstandard.compress])
def test_memory_stays_flat(pack: Callable[[bytes], bytes]) -> None:
    """The 1,000 pages have 50 MB, and no more than one film and a few pages are held at a time."""
    stream: io.BufferedReader = io.BufferedReader(Archive(pack, 1000))
    tracemalloc.start()
    found = sum(isinstance(arrival, Raw) for arrival in read_warc(stream, URI, "archive"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == 1000
    assert peak < 36_000_000, f"{peak:,} bytes"


def test_a_warc_file_is_told_by_its_start() -> None:
    assert is_warc(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n")
    assert not is_warc(b"WARCHIVE")
    assert not is_warc(b"<html>WARC/1.0")


def chunked(body: bytes) -> bytes:
    chunks = (body[at : at + 7] for at in range(0, len(body), 7))
    return b"".join(b"%x;name=value\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    return zlib.compress(body, wbits=-15)


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "DEFLATE": raw_deflate,
    "br": brotli.compress,
    "zstd": zstandard.compress,
    "identity": bytes,
    "utf-8": bytes,
    "gzip, br": lambda body: brotli.compress(gzip.compress(body)),
}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("body", [PAGE, PAGE * 2000])
def test_what_http_did_to_the_body_is_undone(coding: str, body: bytes) -> None:
    coded = CODINGS[coding](body)
    both = f"Content-Encoding: {coding}\r\nTransfer-Encoding: chunked"
    assert outcomes(record(http(coded, f"Content-Encoding: {coding}"))) == [body.decode()]
    assert outcomes(record(http(chunked(coded), both))) == [body.decode()]
    assert outcomes(record(http(body, both))) == [body.decode()], "the archive kept the headers of what it decoded"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_is_broken_off_is_damaged(coding: str) -> None:
    coded = CODINGS[coding](PAGE * 2000)
    for content in (coded[:-5], coded[: len(coded) // 2]):
        assert outcomes(record(http(content, f"Content-Encoding: {coding}"))) == ["damaged https://example.org/a"]
    assert outcomes(record(http(chunked(PAGE)[:-6], "Transfer-Encoding: chunked"))) == ["damaged https://example.org/a"]
