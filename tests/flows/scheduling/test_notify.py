"""People are told once when a source breaks and once when it is well again, with the reason."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.cli.commands.sources_run import run_sources
from flows.inputs.options import Options
from flows.scheduling.notify import Hush, NotifyError, Turn, hush_of, latest_runs, notify, tell, turn_of
from flows.scheduling.sources_file import find_problems, load_notify
from sql.lake import Lake, open_lake
from sql.tables import insert
from tests.flows.web_server import WebServer, answer
from transforms.records.run_records import Input, Poll, Run

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")  # Apprise imports it

START = datetime(2024, 5, 1, tzinfo=UTC)
BAD = {"outcome": "rejected", "reason": "http_error", "detail": "it answered 500"}
GOOD = {"outcome": "unchanged", "reason": "not_modified"}


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    with open_lake(tmp_path_factory.mktemp("lakes") / "lake") as lake:
        yield lake


def turns(lake: Lake, source: str, *ends: dict[str, str] | None) -> list[Turn | None]:
    """Return what is told after each of these runs of a source; None is a poll of an empty feed."""
    told = []
    for number, end in enumerate(ends):
        at, run_id = START + timedelta(hours=number), f"{source}-{number}"
        run = Run(
            run_id=run_id,
            command="ingest",
            started_at=at,
            status="failed" if end == BAD else "completed",
            stored=0,
            unchanged=int(end == GOOD),
            duplicate=0,
            rejected=int(end == BAD),
            newslake_version="1",
            schema_version=1,
        )
        lines = [Input(run_id=run_id, position=1, uri="u", source=source, seen_at=at, **end)] if end else []
        poll = Poll(
            run_id=run_id, url="u", source=source, polled_at=at, http_status=200, announced=0, complete=True, fetched=0
        )
        rows = {"runs": [run], "inputs": lines, "polls": [] if end else [poll]}
        lake.commit(lambda rows=rows: [insert(lake.connection, table, found) for table, found in rows.items() if found])
        told.append(turn_of(source, latest_runs(lake.folder, source)))
    return told


def test_it_is_told_once_when_it_breaks_and_once_when_it_is_well(lake: Lake) -> None:
    broken, well = Turn("wire", "it answered 500"), Turn("wire", None)
    assert turns(lake, "wire", GOOD, BAD, BAD, BAD, GOOD, GOOD) == [None, broken, None, None, well, None]


def test_the_first_run_may_break_and_an_empty_feed_is_well(lake: Lake) -> None:
    assert turns(lake, "new", BAD, None) == [Turn("new", "it answered 500"), Turn("new", None)]


def runs_of(source: str, *stored: tuple[datetime, int | None]) -> tuple[list[Run], list[Input]]:
    """Return runs at these times, with so many articles; None is one in which the source could not be read."""
    runs, lines = [], []
    for number, (at, articles) in enumerate(stored):
        run_id = f"{source}-{number:04}"
        failed = articles is None
        runs.append(
            Run(
                run_id=run_id,
                command="ingest",
                started_at=at,
                status="failed" if failed else "completed",
                stored=articles or 0,
                unchanged=int(articles == 0),
                duplicate=0,
                rejected=int(failed),
                newslake_version="1",
                schema_version=1,
            )
        )
        end = BAD if failed else {"outcome": "stored"} if articles else GOOD
        lines.append(Input(run_id=run_id, position=1, uri="u", source=source, seen_at=at, **end))
    return runs, lines


def insert_rows(lake: Lake, runs: list[Run], lines: list[Input]) -> None:
    lake.commit(lambda: (insert(lake.connection, "runs", runs), insert(lake.connection, "inputs", lines)))


def test_silence_is_told_once_and_once_when_it_ends(lake: Lake) -> None:
    told = []
    daily = [(START + timedelta(days=n), 1) for n in range(14)]
    quiet: list[tuple[datetime, int | None]] = [(START + timedelta(days=14 + n), 0) for n in range(4)]
    quiet.insert(3, (START + timedelta(days=16, hours=1), None))
    ends = [*daily, *quiet, (START + timedelta(days=18), 2), (START + timedelta(days=19), 1)]
    runs, lines = runs_of("daily", *ends)
    insert_rows(lake, runs[:13], lines[:13])
    for run, line in zip(runs[13:], lines[13:], strict=True):
        insert_rows(lake, [run], [line])
        told.append(hush_of("daily", latest_runs(lake.folder, "daily")))
    silent, speaks = (hush for hush in told if hush)
    assert told.index(silent) == 3, "with the third day without an article"
    assert silent.body == "daily has brought no article for 3 days; in the four weeks before it took 24 hours at most."
    assert speaks == Hush("daily", None)
    assert told.index(speaks) == len(told) - 2
    assert speaks.title == "newslake: daily speaks again"


def test_a_command_is_given_the_sentence(tmp_path: Path) -> None:
    script = tmp_path / "tell.py"
    script.write_text(
        "import os, pathlib, sys\n"
        "pathlib.Path(sys.argv[1]).write_text(os.environ['NEWSLAKE_TITLE'] + '|' + sys.stdin.read())\n"
    )
    notify(f"{sys.executable} {script} '{tmp_path}/it is told'", Turn("wire", "it answered 500; `rm`"))
    said = (tmp_path / "it is told").read_text("utf-8")
    assert said == "newslake: wire cannot be read|wire could not be read: it answered 500; `rm`\n"


@pytest.mark.parametrize("target", ["false", "/nowhere/at/all", "'unclosed", "nosuch://thing"])
def test_who_cannot_be_told_is_an_error(target: str) -> None:
    with pytest.raises(NotifyError):
        notify(target, Turn("wire", None))


def test_a_webhook_is_sent_json(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "apprise.plugins.custom_json.requests.request",
        lambda method, url, data, **_: sent.append((url, data)) or type("Answer", (), {"status_code": 200})(),
    )
    notify("https://hooks.example/news?key=1", Turn("wire", "it answered 500"))
    ((url, data),) = sent
    assert url.startswith("https://hooks.example/news")
    assert json.loads(data)["message"] == "wire could not be read: it answered 500"


def test_nothing_is_told_where_nothing_happened(lake: Lake) -> None:
    tell("/nowhere/at/all", lake.folder, "unknown")


@pytest.mark.usefixtures("quick_runs")
def test_sources_run_tells(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/feed.xml", answer(b"", 500))
    told = tmp_path / "told"
    sources = tmp_path / "sources.toml"
    sources.write_text(
        f"notify = \"sh -c 'cat >> {told}'\"\n\n"
        f'[[source]]\nname = "wire"\nkind = "feed"\naddress = "{url}"\nallow_private = true\n'
    )
    for _ in range(2):
        assert run_sources(sources, [], Options([], str(tmp_path / "lake")), strict=False) == 1
    assert told.read_text("utf-8").count("wire could not be read") == 1


def test_the_sources_file_says_whom(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text('notify = "mailto://user:secret@example.org"\n')
    assert load_notify(path) == "mailto://user:secret@example.org"
    path.write_text("notify = 3\n")
    assert [problem.message for problem in find_problems(path)] == ["notify must be text: an address or a command"]
    path.write_text("")
    assert load_notify(path) is None
