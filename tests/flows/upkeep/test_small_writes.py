"""A poll that brings nothing new writes no Parquet file, and an article on its own only what must be one."""

from pathlib import Path

import pytest

from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.attach import TABLES
from tests.flows.web.test_crawl import RSS, feed, page
from tests.flows.web_server import WebServer, answer

pytestmark = pytest.mark.usefixtures("quick_runs")


def written(lake: Path) -> list[str]:
    return sorted(
        path.parent.name for path in (lake / TABLES).rglob("*.parquet") if path.parent.name != "schema_versions"
    )


def test_a_poll_without_news_writes_no_file_and_an_article_few(server: WebServer, tmp_path: Path) -> None:
    first = server.serve("/a", answer(page("A bridge opens")))
    second = server.serve("/b", answer(page("A bridge closes", "Dock workers in Lisbon said that they had stopped.")))
    known, news = feed(first), feed(first, second)
    url = server.serve(
        "/feed.xml", answer(known, headers=RSS), answer(known, headers=RSS), answer(b"", 304), answer(news, headers=RSS)
    )
    counts = []
    for _ in range(4):
        run(Options([url], str(tmp_path), name="wire", kind="feed"), local(1, None))
        counts.append(written(tmp_path))
    one = ["articles", "documents"]  # and entities, where it names some
    assert counts[0] == counts[1] == counts[2] == one
    assert counts[3] == sorted(one + one)
