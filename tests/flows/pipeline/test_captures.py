"""Each capture of an address ends as one line of the ledger, and the one that was fetched last is the article."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.inputs.options import Options
from flows.pipeline import batches, commit_size
from flows.pipeline.executors import local
from flows.pipeline.run import run
from flows.pipeline.run_report import run_report
from sql.lake import read_lake
from sql.scripts import scripts

TEXTS = {
    name: f"The council of {town} met for the second time and talked of the new bridge over the river. " * 4
    for name, town in (("A", "Almada"), ("B", "Barreiro"), ("C", "Cascais"))
}


def capture(text: str, day: int, uri: str = "https://news.example/bridge", status: str = "200 OK") -> bytes:
    page = f"<html><head><title>The bridge</title></head><body><article><p>{TEXTS[text]}</p></article></body></html>"
    block = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n{page}<!-- {day} -->".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-{day:02}T10:00:00Z\r\n"
        f"WARC-Target-URI: {uri}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


class Lake:
    """A lake in a folder, with what tests ask of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ingest(self, *captures: bytes) -> list[tuple[str, str | None]]:
        """Ingest an archive of these captures; return the outcomes and reasons in the order of the captures."""
        archive = self.folder / "crawl.warc"
        archive.write_bytes(b"".join(captures))
        summary = run(Options([str(archive)], str(self.folder / "lake")), local(1, None))
        lines = self.ask(f"select outcome, reason from inputs where run_id = '{summary.run_id}' order by position")
        assert len(lines) == len(captures)
        return lines

    def ask(self, query: str) -> list[tuple[str, str | None]]:
        with read_lake(self.folder / "lake") as connection:
            return connection.execute(query).fetchall()

    def assert_sound(self) -> None:
        """See that no data check finds anything."""
        with read_lake(self.folder / "lake") as connection:
            assert [c.name for c in scripts("checks") if connection.execute(c.text).fetchall()] == []

    def report(self) -> str:
        """Return the report of a run that reads the archive again into a new lake."""
        return run_report(run(Options([str(self.folder / "crawl.warc")], str(self.folder / "other")), local(1, None)))

    def versions(self) -> str:
        """Say of each version its text, and which of them is current."""
        found = self.ask("select text, is_current from articles order by version")
        name = {text.strip(): name for name, text in TEXTS.items()}
        return " ".join(name[str(text)] + ("*" if is_current else "") for text, is_current in found)


@pytest.fixture(params=[1, 32])
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Lake]:
    """Give an empty lake, sound at the end; what comes in one batch, and in several, makes no difference."""
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", request.param)
    monkeypatch.setattr(commit_size, "COMMIT_DOCUMENTS", 1)
    lake = Lake(tmp_path)
    yield lake
    lake.assert_sound()


STORED = ("stored", None)


def test_a_later_capture_with_other_text_is_a_version_and_running_again_changes_nothing(lake: Lake) -> None:
    captures = [capture("A", 1), capture("A", 2), capture("B", 3), capture("A", 4)]
    assert lake.ingest(*captures) == [STORED, ("unchanged", "same_text"), STORED, STORED]
    assert lake.versions() == "A B A*"
    assert lake.ingest(*captures) == [("unchanged", "same_content")] * 4
    assert lake.versions() == "A B A*"


def test_an_older_capture_does_not_become_current(lake: Lake) -> None:
    assert lake.ingest(capture("B", 10), capture("A", 5)) == [STORED, STORED]
    assert lake.versions() == "B* A"
    assert lake.ingest(capture("C", 7), capture("B", 8), capture("A", 1), capture("A", 12)) == [
        STORED,
        ("unchanged", "same_text"),
        ("unchanged", "same_text"),
        STORED,
    ]
    assert lake.versions() == "B A C A*"


def test_the_same_bytes_come_back_as_one_document(lake: Lake) -> None:
    first, second = capture("A", 1), capture("B", 2)
    again = first.replace(b"2024-05-01", b"2024-05-03")
    assert lake.ingest(first, second, again, first) == [STORED, STORED, STORED, ("unchanged", "same_content")]
    assert lake.versions() == "A B A*"
    assert lake.ask("select count(*) from documents") == [(2,)]
    assert lake.report().count("- [The bridge]") == 3
    assert lake.ingest(first, second, again) == [("unchanged", "same_content")] * 3


def test_captures_that_are_no_pages_have_a_line_each(lake: Lake) -> None:
    missing = capture("A", 1, status="404 Not Found")
    assert lake.ingest(missing, capture("A", 2), missing) == [
        ("rejected", "http_error"),
        STORED,
        ("rejected", "http_error"),
    ]
