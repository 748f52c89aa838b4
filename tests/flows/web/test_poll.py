"""Over several polls, only what is new is asked for, however a page ended before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from flows.web.poll import DEEPEST
from flows.web.settings import Settings
from sql.lake import open_lake
from tests.flows.web.test_crawl import RSS, SENTENCES, feed, ingest, page, rows
from tests.flows.web_server import Handler, WebServer, answer, redirect

pytestmark = pytest.mark.usefixtures("quick_runs")

SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
ATTEMPTS = Settings().attempts
PLAIN = {"Content-Type": "application/rss+xml"}


def sitemap(*urls: str, changed: str = "") -> bytes:
    entries = "".join(f"<url><loc>{url}</loc>{changed and f'<lastmod>{changed}</lastmod>'}</url>" for url in urls)
    return f"<urlset {SPACE}>{entries}</urlset>".encode()


def index(*urls: str, changed: str = "") -> bytes:
    lastmod = changed and f"<lastmod>{changed}</lastmod>"
    entries = "".join(f"<sitemap><loc>{url}</loc>{lastmod}</sitemap>" for url in urls)
    return f"<sitemapindex {SPACE}>{entries}</sitemapindex>".encode()


WAYS: dict[str, tuple[Callable[[], Handler], tuple[str, str | None]]] = {
    "stored": (lambda: answer(page("A bridge opens")), ("stored", None)),
    "no text": (lambda: answer(b"<html><title>Video</title><body></body></html>"), ("rejected", "no_text")),
    "binary": (lambda: answer(bytes(range(256)) * 40), ("rejected", "binary")),
    "not found": (lambda: answer(b"", 404), ("rejected", "not_found")),
    "gone": (lambda: answer(b"", 410), ("rejected", "not_found")),
    "forbidden": (lambda: answer(b"", 403), ("rejected", "forbidden")),
    "another refusal": (lambda: answer(b"", 400), ("rejected", "forbidden")),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_ended_for_good_is_asked_for_once(server: WebServer, tmp_path: Path, way: str) -> None:
    handler, expected = WAYS[way]
    url = server.serve("/feed.xml", answer(feed(server.serve("/a", handler())), headers=PLAIN))
    assert ingest(tmp_path, url) == {expected: 1}
    again = ("unchanged", "known_address") if expected[0] == "stored" else ("rejected", "known_rejection")
    assert [ingest(tmp_path, url) for _ in range(2)] == [{again: 1}] * 2
    assert server.paths().count("/a") == 1


def test_a_page_whose_server_failed_is_asked_for_again_until_it_comes(server: WebServer, tmp_path: Path) -> None:
    page_url = server.serve("/a", *[answer(b"", 500)] * 2 * ATTEMPTS, answer(page("A bridge opens")))
    url = server.serve("/feed.xml", answer(feed(page_url), headers=RSS))
    ends = [ingest(tmp_path, url) for _ in range(4)]
    assert ends == [{("rejected", "http_error"): 1}] * 2 + [{("stored", None): 1}, {("unchanged", "known_address"): 1}]
    failing = ["/feed.xml", *["/a"] * ATTEMPTS]
    assert server.paths() == [*failing, *failing, "/feed.xml", "/a", "/feed.xml"]
    feeds = [seen.headers for seen in server.log if seen.path == "/feed.xml"]
    assert ["If-None-Match" in headers for headers in feeds] == [False, False, False, True], "in full until it came"


def test_a_page_that_redirects_is_asked_for_once(server: WebServer, tmp_path: Path) -> None:
    server.serve("/b", answer(page("A bridge opens")))
    url = server.serve("/feed.xml", answer(feed(server.serve("/a", redirect("/b"))), headers=PLAIN))
    for _ in range(3):
        ingest(tmp_path, url)
    assert server.paths() == ["/feed.xml", "/a", "/b", "/feed.xml", "/feed.xml"]


def test_two_addresses_of_one_article_are_asked_for_once_each(server: WebServer, tmp_path: Path) -> None:
    link = f'<link rel="canonical" href="http://127.0.0.1:{server.port}/a">'
    one = page("A bridge opens").replace(b"</head>", link.encode() + b"</head>")
    other = page("A bridge opens").replace(b"</head>", link.encode() + b"<!-- another --></head>")
    pages = [server.serve("/a", answer(one)), server.serve("/b", answer(other)), server.serve("/c", answer(one))]
    url = server.serve("/feed.xml", answer(feed(*pages), headers=PLAIN))
    assert ingest(tmp_path, url)["stored", None] == 1
    assert [ingest(tmp_path, url) for _ in range(2)] == [{("unchanged", "known_address"): 3}] * 2
    assert sorted(server.paths()) == ["/a", "/b", "/c", *["/feed.xml"] * 3]


@pytest.mark.parametrize("second", [answer(page("A bridge opens") + b"<!-- 2 -->"), answer(b"", 304)])
def test_a_newer_time_is_followed_once(server: WebServer, tmp_path: Path, second: Handler) -> None:
    headers = {"ETag": '"a"', "Content-Type": "text/html"}
    a = server.serve("/a", answer(page("A bridge opens"), headers=headers), second)
    old, new = sitemap(a, changed="2020-01-01"), sitemap(a, changed="2024-05-07T10:00:00Z")
    url = server.serve("/sitemap.xml", answer(old), answer(new))
    ingest(tmp_path, url)
    with open_lake(tmp_path) as lake:  # it was fetched before the change
        for table, columns in {"runs": ["started_at"], "inputs": ["seen_at"], "documents": ["fetched_at"]}.items():
            for column in columns:
                lake.connection.execute(f"update {table} set {column} = {column} - interval 10 year")
    for _ in range(3):
        ingest(tmp_path, url)
    assert server.paths().count("/a") == 2


def test_what_is_said_to_change_tomorrow_is_not_asked_for_today(server: WebServer, tmp_path: Path) -> None:
    a = server.serve("/a", answer(page("A bridge opens")))
    url = server.serve("/sitemap.xml", answer(sitemap(a, changed="2099-01-01T10:00:00Z")))
    for _ in range(3):
        ingest(tmp_path, url)
    assert server.paths().count("/a") == 1


def test_what_was_not_there_is_asked_for_again_a_day_later(server: WebServer, tmp_path: Path) -> None:
    url = server.serve(
        "/feed.xml", answer(feed(server.serve("/a", answer(b"", 404), answer(page("A bridge opens")))), headers=PLAIN)
    )
    ingest(tmp_path, url)
    with open_lake(tmp_path) as lake:
        lake.connection.execute("update runs set started_at = started_at - interval 25 hour")
    assert ingest(tmp_path, url) == {("stored", None): 1}


def test_fetching_what_is_not_new_is_no_news(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/feed.xml", answer(feed(server.serve("/a", answer(b"", 503))), headers=RSS))
    ingest(tmp_path, url)
    ingest(tmp_path, url)
    with open_lake(tmp_path) as lake:
        lake.connection.execute("update polls set polled_at = polled_at - interval 30 day, fetched = 1")
        ((changed,),) = lake.connection.execute("select min(polled_at) from polls").fetchall()
        from flows.web.known_pages import known_pages

        assert known_pages(lake.connection).polls[url].changed_at == changed


def test_robots_txt_is_kept_between_runs_for_its_lifetime(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/feed.xml", answer(feed(), headers=PLAIN))
    server.serve("/robots.txt", answer(b"User-agent: *\nDisallow: /a"))
    for _ in range(3):
        ingest(tmp_path, url)
    assert [seen.path for seen in server.log].count("/robots.txt") == 1


def test_a_robots_txt_of_no_lifetime_is_asked_for_each_time(server: WebServer, tmp_path: Path) -> None:
    url = server.serve("/feed.xml", answer(feed(), headers=PLAIN))
    server.serve("/robots.txt", answer(b"User-agent: *", headers={"Cache-Control": "max-age=0"}))
    ingest(tmp_path, url)
    ingest(tmp_path, url)
    assert [seen.path for seen in server.log].count("/robots.txt") == 2


def test_sitemaps_that_have_not_changed_by_their_index_are_left_alone(server: WebServer, tmp_path: Path) -> None:
    child = server.serve("/child.xml", answer(sitemap(server.serve("/a", answer(page("A bridge opens"))))))
    url = server.serve("/sitemap.xml", answer(index(child, changed="2024-05-06T10:00:00Z")))
    for _ in range(3):
        ingest(tmp_path, url)
    assert server.paths().count("/child.xml") == 1
    assert server.paths().count("/sitemap.xml") == 3


def test_an_index_without_times_is_read_each_time_with_its_sitemaps(server: WebServer, tmp_path: Path) -> None:
    pages = [server.serve(f"/{n}", answer(page(f"Bridge {n} opens"))) for n in range(2)]
    child = server.serve("/child.xml", answer(sitemap(pages[0])), answer(sitemap(*pages)))
    url = server.serve("/sitemap.xml", answer(index(child), headers={"ETag": '"i"'}))
    ingest(tmp_path, url)
    assert ingest(tmp_path, url) == {("stored", None): 1, ("unchanged", "known_address"): 1}
    assert not any("If-None-Match" in seen.headers for seen in server.log if seen.path == "/sitemap.xml")


def test_a_sitemap_that_answers_with_a_page_is_in_the_ledger(server: WebServer, tmp_path: Path) -> None:
    child = server.serve("/child.xml", answer(page("We are being repaired", SENTENCES)))
    url = server.serve("/sitemap.xml", answer(index(child, changed="2024-05-06T10:00:00Z")))
    assert ingest(tmp_path, url) == {("rejected", "other_kind"): 1}
    assert rows(tmp_path, "select uri from inputs") == [(child,)]
    ingest(tmp_path, url)
    assert server.paths().count("/child.xml") == 2


def test_sitemaps_that_name_each_other_are_read_once(server: WebServer, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{server.port}/sitemap.xml"
    child = server.serve("/child.xml", answer(index(url)))
    server.serve("/sitemap.xml", answer(index(child)))
    ingest(tmp_path, url)
    assert server.paths() == ["/sitemap.xml", "/child.xml"]


def test_the_crawl_stops_at_the_limit(server: WebServer, tmp_path: Path) -> None:
    urls = [server.serve(f"/{n}", answer(page(f"Bridge {n} opens"))) for n in range(4)]
    assert ingest(tmp_path, *urls, limit=1) == {("stored", None): 1}
    assert server.paths() == ["/0"]


def test_indexes_of_indexes_without_end_are_left(
    server: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.web.poll.MOST_NESTED", 3)
    urls = [server.serve(f"/{number}.xml", answer(b"", 404)) for number in range(20)]
    for number in range(20):
        server.serve(f"/{number}.xml", answer(index(*urls), headers={"Content-Type": "application/xml"}))
    ends = ingest(tmp_path, urls[0])
    assert ends["rejected", "too_large"]
    assert 1 < len([path for path in server.paths() if path.endswith(".xml")]) < 8


def test_a_chain_of_indexes_is_followed_a_few_deep(server: WebServer, tmp_path: Path) -> None:
    """Each has one below it, so that no count of those stops it."""
    for number in range(8):
        below = f"http://127.0.0.1:{server.port}/{number + 1}.xml"
        server.serve(f"/{number}.xml", answer(index(below), headers={"Content-Type": "application/xml"}))
    assert ingest(tmp_path, f"http://127.0.0.1:{server.port}/0.xml") == {("rejected", "other_kind"): 1}
    assert server.paths() == [f"/{number}.xml" for number in range(DEEPEST + 1)]
    assert rows(tmp_path, "select uri from inputs") == [(f"http://127.0.0.1:{server.port}/{DEEPEST + 1}.xml",)]
