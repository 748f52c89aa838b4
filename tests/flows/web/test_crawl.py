"""What feeds, sitemaps and pages on the web bring into the lake, once."""

import gzip
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.inputs.options import Options
from flows.pipeline.batches import Batch
from flows.pipeline.executors import local
from flows.pipeline.row_batch import RowBatch
from flows.pipeline.run import run
from sql.lake import open_lake, read_lake
from tests.flows.web_server import WebServer, answer, redirect, stream
from transforms.records.page import Rejection
from transforms.records.reasons import Reason

SENTENCES = " ".join(
    f"The council of the town met for the {n}th time and talked of the new bridge." for n in range(4, 12)
)


def page(title: str, text: str = SENTENCES) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n"))
    article = f"<article><h1>{title}</h1>{body}</article>"
    return f"<html><head><title>{title}</title></head><body>{article}</body></html>".encode()


def feed(*urls: str, updated: str = "") -> bytes:
    items = "".join(
        f"<item><title>Bridge {n}</title><link>{url}</link><dc:creator>Ana Kovač</dc:creator>"
        f"<pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate>{updated}</item>"
        for n, url in enumerate(urls)
    )
    rss = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">'
    return f"{rss}<channel><title>News</title>{items}</channel></rss>".encode()


RSS = {"Content-Type": "application/rss+xml", "ETag": '"one"'}


pytestmark = pytest.mark.usefixtures("quick_runs")


def ingest(lake: Path, *sources: str, **options: Any) -> dict[tuple[str, str | None], int]:
    summary = run(Options(list(sources), str(lake), **options), local(1, None))
    return {(outcome, reason): inputs for outcome, reason, inputs in summary.ledger}


def rows(lake: Path, question: str) -> list[tuple[Any, ...]]:
    with read_lake(lake) as connection:
        return connection.execute(question).fetchall()


def test_a_feed_brings_its_articles_once(server: WebServer, tmp_path: Path) -> None:
    pages = [server.serve(f"/{n}", answer(page(f"The bridge opens, part {n}"))) for n in range(3)]
    url = server.serve("/feed.xml", answer(feed(*pages), headers=RSS), answer(b"", 304))
    assert ingest(tmp_path, url) == {("stored", None): 3}
    ((etag, announced, complete),) = rows(tmp_path, "select etag, announced, complete from polls")
    assert (etag, announced, complete) == ('"one"', 3, True)
    server.log.clear()
    assert ingest(tmp_path, url) == {("unchanged", "not_modified"): 1}
    assert server.paths() == ["/feed.xml"]
    assert [seen.headers.get("If-None-Match") for seen in server.log if seen.path == "/feed.xml"] == ['"one"']
    assert rows(tmp_path, "select count(*) from articles") == [(3,)]


def test_what_the_feed_says_is_evidence(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/feed.xml", answer(feed(server.serve("/a", answer(page("The bridge opens"))))))
    ingest(tmp_path, url)
    question = "select title, authors, authors_from, published_at::date::varchar, published_at_from from articles"
    assert rows(tmp_path, question) == [("The bridge opens", ["Ana Kovač"], "feed", "2024-05-06", "feed")]
    assert rows(tmp_path, "select announced_title, announced_authors from documents") == [("Bridge 0", ["Ana Kovač"])]


def test_a_page_that_fails_for_now_is_asked_for_again(server: WebServer, tmp_path: Path) -> None:
    page_url = server.serve("/a", *[answer(b"", 503)] * 3, answer(page("The bridge opens")))
    url = server.serve("/feed.xml", answer(feed(page_url), headers=RSS))
    (((outcome, _), inputs),) = ingest(tmp_path, url).items()
    assert (outcome, inputs) == ("rejected", 1)
    assert rows(tmp_path, "select complete from polls") == [(False,)]
    assert ingest(tmp_path, url) == {("stored", None): 1}


def test_only_pages_that_are_new_are_fetched(server: WebServer, tmp_path: Path) -> None:
    first, second = (server.serve(f"/{n}", answer(page(f"The bridge opens, part {n}"))) for n in range(2))
    url = server.serve("/feed.xml", answer(feed(first)), answer(feed(f"{first}?utm_source=rss", second)))
    ingest(tmp_path, url)
    server.log.clear()
    assert ingest(tmp_path, url) == {("stored", None): 1, ("unchanged", "known_address"): 1}
    assert server.paths() == ["/feed.xml", "/1"]


def test_a_page_that_has_changed_is_a_new_version(server: WebServer, tmp_path: Path) -> None:
    changed = page("The bridge opens", SENTENCES + "\nNobody was hurt when it did, said the mayor of the town.")
    url = server.serve("/a", answer(page("The bridge opens")), answer(changed))
    assert ingest(tmp_path, url) == {("stored", None): 1}
    assert ingest(tmp_path, url) == {("stored", None): 1}
    assert rows(tmp_path, "select version, is_current from articles order by version") == [(1, False), (2, True)]


def test_a_sitemap_with_others_in_it(server: WebServer, tmp_path: Path) -> None:
    urls = [server.serve(f"/{n}", answer(page(f"The bridge opens, part {n}"))) for n in range(2)]
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    entries = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
    child = server.serve("/child.xml", answer(f"<urlset {space}>{entries}</urlset>".encode()))
    index = f"<sitemapindex {space}><sitemap><loc>{child}</loc></sitemap></sitemapindex>"
    url = server.serve("/sitemap.xml", answer(index.encode(), headers={"Content-Type": "application/xml"}))
    assert ingest(tmp_path, url) == {("stored", None): 2}


def test_everything_that_a_feed_announces_ends_in_the_ledger(server: WebServer, tmp_path: Path) -> None:
    stored = ("stored", None)
    forbidden = answer(b"User-agent: *\nDisallow: /private/\n", headers={"Content-Type": "text/plain"})
    server.serve("/robots.txt", forbidden)
    moved = server.serve("/moved", answer(page("Moved bridge")))
    german = page("Die Brücke öffnet").decode().encode("latin-1")
    packed = {"Content-Encoding": "gzip"}
    latin = {"Content-Type": "text/html; charset=utf-8"}
    endless = stream(itertools.repeat(b"x" * 1000), pause=0.01)
    expected = {
        server.serve("/page", answer(page("A bridge opens"))): stored,
        server.serve("/chain", redirect("/chain-2")): stored,
        server.serve("/latin-1", answer(german, headers=latin)): stored,
        server.serve("/packed", answer(gzip.compress(page("Packed bridge")), headers=packed)): stored,
        server.serve("/busy", answer(b"", 429, {"Retry-After": "1"}), answer(page("Busy bridge"))): stored,
        server.serve("/stumbling", answer(b"", 500), answer(page("Stumbling bridge"))): stored,
        server.serve("/loop", redirect("/loop")): ("rejected", "redirects"),
        server.serve("/private/page", answer(page("Private bridge"))): ("rejected", "robots_txt"),
        server.serve("/refused", answer(b"", 403)): ("rejected", "forbidden"),
        server.serve("/lost", answer(b"", 404)): ("rejected", "not_found"),
        server.serve("/gone", answer(b"", 410)): ("rejected", "not_found"),
        server.serve("/broken", answer(b"", 500)): ("rejected", "http_error"),
        server.serve("/slow", answer(page("Slow bridge"), pause=5)): ("rejected", "timeout"),
        server.serve("/endless", endless): ("rejected", "timeout"),
        server.serve("/bomb", answer(gzip.compress(bytes(2**26)), headers=packed)): ("rejected", "too_large"),
        server.serve("/metadata", redirect("http://169.254.169.254/")): ("rejected", "private_address"),
        server.serve("/inside", redirect("http://10.0.0.1/")): ("rejected", "private_address"),
    }
    server.serve("/chain-2", redirect(moved, 302))
    url = server.serve("/feed.xml", answer(feed(*expected), headers=RSS))
    ingest(tmp_path, url)
    found = rows(tmp_path, "select uri, outcome, reason from inputs")
    assert {uri: (outcome, reason) for uri, outcome, reason in found} == expected
    assert rows(tmp_path, "select title from articles where url like '%/latin-1'") == [("Die Brücke öffnet",)]
    assert "/private/page" not in server.paths()


def test_each_failure_has_its_reason(server: WebServer, tmp_path: Path) -> None:
    loop = server.serve("/loop", redirect("/loop"))
    gone = server.serve("/gone", answer(b"", 410))
    assert set(ingest(tmp_path, loop, gone)) == {("rejected", "redirects"), ("rejected", "not_found")}


def test_files_and_addresses_go_in_together(server: WebServer, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge opens\n\n" + SENTENCES, "utf-8")
    url = server.serve("/b", answer(page("The bridge closes")))
    assert ingest(tmp_path / "lake", str(tmp_path / "a.txt"), url) == {("stored", None): 2}


def test_a_source_gives_its_name_and_takes_its_first_articles_only(server: WebServer, tmp_path: Path) -> None:
    pages = [server.serve(f"/{n}", answer(page(f"The bridge opens, part {n}"))) for n in range(4)]
    url = server.serve("/feed.xml", answer(feed(*pages), headers=RSS))
    assert ingest(tmp_path, url, name="harbour", limit=2) == {("stored", None): 2}
    assert rows(tmp_path, "select distinct source from inputs union select source from polls") == [("harbour",)]
    assert rows(tmp_path, "select announced, fetched, complete from polls") == [(4, 2, False)]
    assert sorted(server.paths()) == ["/0", "/1", "/feed.xml"]
    assert ingest(tmp_path, url, name="harbour") == {("unchanged", "known_address"): 2, ("stored", None): 2}


def test_what_is_no_feed_is_refused_where_one_should_be(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/feed.xml", answer(page("We are being repaired")))
    summary = run(Options([url], str(tmp_path), kind="feed"), local(1, None))
    assert summary.ledger == (("rejected", "other_kind", 1),)
    assert [uri for uri, _, _ in summary.unread] == [url]
    assert rows(tmp_path, "select count(*) from articles") == [(0,)]


def test_a_feed_that_has_slept_is_left_for_later_by_scheduled_runs_only(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/feed.xml", answer(feed(server.serve("/a", answer(page("The bridge opens")))), headers=RSS))
    ingest(tmp_path, url)
    with open_lake(tmp_path) as lake:  # it has brought nothing for thirty days
        lake.connection.execute(
            "insert into polls select * replace (polled_at - interval 30 day as polled_at) from polls"
        )
        lake.connection.execute("update polls set fetched = 0 where polled_at > now() - interval 1 day")
    server.log.clear()
    assert ingest(tmp_path, url, when_due=True) == {("unchanged", "not_due"): 1}
    assert server.log == []
    assert ingest(tmp_path, url) == {("unchanged", "known_address"): 1}
    assert server.paths() == ["/feed.xml"]


def test_a_page_that_we_failed_on_is_tried_again_though_its_feed_has_not_changed(
    server: WebServer, tmp_path: Path
) -> None:
    page_url = server.serve("/a", answer(page("The bridge opens")))
    url = server.serve("/feed.xml", answer(feed(page_url), headers=RSS))

    def failing(batches: Iterator[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        for batch in batches:
            failed = Rejection(reason=Reason.FAILED, detail="it died")
            yield batch, RowBatch(results=tuple(failed for _ in batch.raws), model=None)

    assert run(Options([url], str(tmp_path)), failing).ledger == (("rejected", "failed", 1),)
    server.log.clear()
    assert ingest(tmp_path, url) == {("stored", None): 1}
    assert all("If-None-Match" not in seen.headers for seen in server.log)
