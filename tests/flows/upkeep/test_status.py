"""The status tells what each source brings, what fails, and how large the lake is, to people and machines."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from prometheus_client.parser import text_string_to_metric_families

from flows.cli.commands.status import ago, span
from flows.cli.commands.status import status as command
from flows.upkeep.metrics import prometheus_text
from flows.upkeep.status import Status, status_of
from sql.lake import open_lake
from sql.tables import insert
from transforms.records.article_records import Article, Document
from transforms.records.run_records import Input, Run

NOW = datetime(2024, 5, 30, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def run(number: int, at: datetime, status: str = "completed", stored: int = 0) -> Run:
    return Run(
        run_id=f"r{number}",
        command="ingest",
        started_at=at,
        ended_at=at,
        status=status,
        stored=stored,
        unchanged=0,
        duplicate=0,
        rejected=1 - stored,
        newslake_version="1",
        schema_version=1,
    )


def line(number: int, source: str, at: datetime, **ended: str) -> Input:
    return Input(
        run_id=f"r{number}", position=1, uri=ended.pop("uri", f"u{number}"), source=source, seen_at=at, **ended
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake with a source that brings four articles a day, one that answers 500, and one that nobody asks any more."""
    folder = tmp_path_factory.mktemp("lakes") / "lake"
    runs, lines = [], []
    for number in range(40):  # four a day, the last one 5 hours ago
        at = NOW - 6 * HOUR * (number + 1) + HOUR
        runs.append(run(number, at, stored=1))
        lines.append(line(number, "wire", at, outcome="stored"))
    for number, hours in ((50, 30), (51, 5), (52, 1)):
        at = NOW - hours * HOUR
        runs.append(run(number, at, "completed" if number == 50 else "failed"))
        reason = {"outcome": "unchanged", "reason": "not_modified"}
        bad = {"outcome": "rejected", "reason": "http_error", "uri": "down", "detail": "it answered 500"}
        lines.append(line(number, "down", at, **(reason if number == 50 else bad)))
    lines.append(line(60, "old", NOW - 200 * DAY, outcome="stored"))
    article = Article(
        article_id="a",
        version=1,
        is_current=True,
        document_id="d",
        fetched_at=NOW - HOUR,
        url="u",
        published_at=NOW - 3 * HOUR,
        published_at_from="meta",
        published_precision="minute",
        authors=(),
        topics=(),
        text="",
        word_count=0,
        fingerprint="f",
    )
    document = Document(document_id="d", uri="u", source="wire", fetched_at=NOW - HOUR, size_bytes=1, content=b"x")
    rows = {"runs": runs, "inputs": lines, "articles": [article], "documents": [document]}
    with open_lake(folder) as lake:
        lake.commit(lambda: [insert(lake.connection, table, records) for table, records in rows.items()])
    return folder


@pytest.fixture(scope="module")
def found(folder: Path) -> Status:
    return status_of(folder, NOW)


def test_each_source_has_its_volume_beside_its_habit_and_its_lag(found: Status) -> None:
    wire = found.sources[1]
    assert (wire.source, wire.articles_last_day, wire.usual_articles_a_day) == ("wire", 4, 4.0)
    assert (wire.last_success, wire.last_article) == (NOW - 5 * HOUR, NOW - 5 * HOUR)
    assert wire.lag_seconds == 2 * 3600
    assert (wire.failing_since, wire.is_silent) == (None, False)


def test_a_source_that_fails_says_since_when_and_why(found: Status) -> None:
    down = found.sources[0]
    assert (down.source, down.last_success, down.last_article) == ("down", NOW - 30 * HOUR, None)
    assert (down.failing_since, down.failures_in_a_row) == (NOW - 5 * HOUR, 2)
    assert down.reason == "it answered 500"


def test_a_source_that_brings_nothing_any_more_is_silent(folder: Path) -> None:
    later = status_of(folder, NOW + 5 * DAY)
    assert {source.source: source.is_silent for source in later.sources} == {"down": False, "wire": True}


def test_the_lake_is_counted(found: Status, folder: Path) -> None:
    assert (found.articles, found.versions, found.documents) == (1, 1, 1)
    assert found.files == 3  # articles, documents, the record of schema versions
    assert found.catalogue_rows == 40 + 3 + 44
    assert found.file_bytes > 0
    assert found.catalogue_bytes == (folder / "catalog.sqlite").stat().st_size
    assert (found.last_run, found.last_run_started, found.last_run_status) == ("ingest", NOW - HOUR, "failed")


def test_prometheus_reads_it(found: Status) -> None:
    families = {family.name: family for family in text_string_to_metric_families(prometheus_text(found))}
    assert families["newslake_articles"].samples[0].value == 1
    last = {s.labels["source"]: s.value for s in families["newslake_source_last_article_timestamp_seconds"].samples}
    assert last == {"wire": (NOW - 5 * HOUR).timestamp()}
    assert {s.value for s in families["newslake_source_failures_in_a_row"].samples} == {0, 2}


def test_people_and_machines_are_told(folder: Path) -> None:
    told = CliRunner().invoke(command, ["--lake", str(folder)], catch_exceptions=False).output
    words = " ".join(told.split())  # a long folder breaks the line
    assert "1 articles, 1 versions" in words
    assert "last run" in words
    as_json = CliRunner().invoke(command, ["--lake", str(folder), "--json"], catch_exceptions=False).output
    assert json.loads(as_json)["articles"] == 1


def test_lengths_of_time_are_told_in_one_unit() -> None:
    lengths = [
        timedelta(seconds=5),
        timedelta(minutes=90),
        timedelta(hours=47),
        timedelta(hours=49),
        timedelta(days=300),
    ]
    assert [span(length) for length in lengths] == ["5 s", "2 h", "47 h", "2 d", "300 d"]
    assert ago(None, NOW) == "never"
