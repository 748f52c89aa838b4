"""`newslake check` warns of sources that do not bring what they should."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.cli.check import run_checks
from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.lake import read_lake
from tests.flows.web.test_crawl import RSS, feed, page
from tests.flows.web_server import WebServer, answer

pytestmark = pytest.mark.usefixtures("quick_runs")

SOURCE = '[[source]]\nname = "wire"\nkind = "feed"\naddress = "{url}"\nschedule = "1h"\n'


def test_a_source_that_answers_500_fails_its_run_and_is_warned_of(
    server: WebServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = server.serve("/feed.xml", answer(b"", 500))
    run(Options([url], str(tmp_path), name="wire", kind="feed"), local(1, None))
    with read_lake(tmp_path) as connection:
        assert connection.execute("select status from runs").fetchall() == [("failed",)]
    assert run_checks(tmp_path, tmp_path / "sources.toml") == 0
    printed = capsys.readouterr().out
    assert "failing_sources" in printed
    assert "500" in printed


def test_when_everything_has_stopped_it_is_said(
    server: WebServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = server.serve("/feed.xml", answer(feed(server.serve("/a", answer(page("A bridge opens")))), headers=RSS))
    run(Options([url], str(tmp_path), name="wire", kind="feed"), local(1, None))
    sources = tmp_path / "sources.toml"
    sources.write_text(SOURCE.format(url=url), "utf-8")
    run_checks(tmp_path, sources)
    assert "overdue" not in capsys.readouterr().out
    run_checks(tmp_path, sources, datetime.now(UTC) + timedelta(hours=4))
    assert "overdue_sources" in capsys.readouterr().out
