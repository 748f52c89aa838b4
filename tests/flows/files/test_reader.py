"""Every file ends as documents, or as a refusal whose words a person understands."""

import gzip
import os
import socket
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from flows.files import documents, reader
from flows.files.reader import read_file
from flows.inputs.inputs import Arrival, Refusal, document_id
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason


def read(path: Path) -> list[Arrival]:
    return list(read_file(path, "source"))


def refusal(path: Path) -> Refusal:
    (arrival,) = read(path)
    assert isinstance(arrival, Refusal)
    assert arrival.uri == path.as_uri()
    return arrival


def contents(path: Path) -> list[bytes]:
    return [arrival.content for arrival in read(path) if isinstance(arrival, Raw)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "an article.bin"


def test_a_file_is_a_document(path: Path) -> None:
    path.write_bytes(b"text")
    (raw,) = read(path)
    assert isinstance(raw, Raw)
    assert (raw.content, raw.uri, raw.source) == (b"text", path.as_uri(), "source")
    assert raw.document_id == document_id(b"text") == "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
    assert raw.fetched_at.tzinfo is not None


@given(st.binary(max_size=300_000).filter(bytes.strip), st.sampled_from(["plain", "gzip", "zstd", "zstd frames"]))
def test_what_was_compressed_comes_back(tmp_path_factory: pytest.TempPathFactory, content: bytes, how: str) -> None:
    if content.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18", b"WARC/", b"{")):
        return  # compressed itself, an archive, or a line of JSON
    packed = {
        "plain": content,
        "gzip": gzip.compress(content),
        "zstd": zstandard.compress(content),
        "zstd frames": zstandard.compress(content[:9]) + zstandard.compress(content[9:]),
    }[how]
    path = tmp_path_factory.mktemp("compressed") / "x"
    path.write_bytes(packed)
    assert contents(path) == [content]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.ZstdCompressor(write_checksum=True).compress])
def test_broken_off_content_is_damaged(path: Path, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(os.urandom(200_000))
    for length in (12, len(packed) // 2, len(packed) - 1):
        path.write_bytes(packed[:length])
        assert refusal(path).reason == Reason.DAMAGED, length
    path.write_bytes(packed[:100] + b"\xff\xff\xff" + packed[103:])
    assert refusal(path).reason == Reason.DAMAGED


@pytest.mark.parametrize("content", [b"", b" \r\n\t \n", gzip.compress(b"", mtime=0)])
def test_nothing_is_empty(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(path).reason == Reason.EMPTY


def test_what_is_too_large_is_not_read_to_its_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (documents, reader):
        monkeypatch.setattr(module, "MAX_DOCUMENT_BYTES", 1024 * 1024)
    path.write_bytes(gzip.compress(bytes(200 * 1024 * 1024), compresslevel=1))
    assert refusal(path).reason == Reason.TOO_LARGE
    assert "larger than 1 MiB" in refusal(path).detail


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "link")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        for name, said in (("pipe", "a named pipe"), ("link", "a symbolic link"), ("socket", "a socket")):
            refused = refusal(tmp_path / name)
            assert refused.reason == Reason.NOT_REGULAR
            assert refused.detail.startswith(said)


def test_what_cannot_be_opened_is_unreadable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path.write_bytes(b"text")
    monkeypatch.setattr(Path, "open", refuse)
    assert (refusal(path).reason, refusal(path).detail) == (Reason.UNREADABLE, "permission denied")
    monkeypatch.undo()
    path.unlink()
    assert refusal(path).detail == "no such file or directory"


def test_json_lines_are_a_document_each(path: Path) -> None:
    path.write_bytes(gzip.compress(b'\xef\xbb\xbf{"a": 1}\n\n  {"b": 2}\r\nnot json\n{"c": 3}'))
    arrivals = read(path)
    uri = path.as_uri()
    assert [arrival.uri for arrival in arrivals] == [f"{uri}#line={number}" for number in (1, 3, 4, 5)]
    assert contents(path) == [b'{"a": 1}', b'{"b": 2}', b"not json", b'{"c": 3}']


@pytest.mark.parametrize("name", ["cut.jsonl", "cut.NDJSON", "cut.jsonl.gz"])
def test_the_name_of_json_lines_counts_where_the_first_line_is_broken(tmp_path: Path, name: str) -> None:
    lines = b'ut off"}\n{"a": 1}\n\x00\n'
    path = tmp_path / name
    path.write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
    assert contents(path) == [b'ut off"}', b'{"a": 1}', b"\x00"]
    path.write_bytes(b"\n \n")
    assert refusal(path).reason == Reason.EMPTY


def test_a_name_that_only_mentions_json_lines_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "about.jsonl.txt"
    path.write_bytes(b"How to write it\n\nOne object a line.")
    assert contents(path) == [path.read_bytes()]


def test_long_json_lines_are_read_whole(path: Path) -> None:
    line = b'{"text": "' + b"x" * 300_000 + b'"}'
    path.write_bytes(line + b"\n" + line)
    assert contents(path) == [line, line]


def test_a_json_line_over_the_limit_is_refused_and_the_next_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (documents, reader):
        monkeypatch.setattr(module, "MAX_DOCUMENT_BYTES", 1024 * 1024)
    path.write_bytes(b'{"a": 1}\n{"text": "' + b"x" * 3_000_000 + b'"}\n{"b": 2}\n')
    first, second, third = read(path)
    assert isinstance(first, Raw)
    assert isinstance(second, Refusal)
    assert isinstance(third, Raw)
    assert second.reason == Reason.TOO_LARGE
    assert third.uri.endswith("#line=3")


def test_good_lines_before_a_broken_end_are_kept(path: Path) -> None:
    lines = b"".join(b'{"n": %d, "x": "%s"}\n' % (n, os.urandom(40).hex().encode()) for n in range(5000))
    packed = gzip.compress(lines)
    path.write_bytes(packed[: len(packed) // 2])
    *good, last = read(path)
    assert len(good) > 1000
    assert all(isinstance(arrival, Raw) for arrival in good[:-1])
    assert isinstance(last, Refusal)
    assert last.reason == Reason.DAMAGED


def test_text_that_begins_with_a_brace_is_no_json(path: Path) -> None:
    path.write_bytes(b"{{ template }} left in\n\nA story.")
    assert contents(path) == [b"{{ template }} left in\n\nA story."]


def test_a_small_file_takes_no_more_room_than_it_needs(path: Path) -> None:
    path.write_bytes(b"A word. " * 100)
    read(path)
    tracemalloc.start()
    read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1024 * 1024  # not the 32 MiB that a document may have
