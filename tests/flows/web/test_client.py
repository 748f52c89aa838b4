"""Whatever a server does, a request ends as a response or as a failure that says why."""

import gzip
import itertools
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Any

import pytest

from flows.web.messages import Failure, Request, Response
from tests.flows.web_server import WebServer, answer, raw, redirect, stream
from transforms.records.reasons import Reason

Fetch = Callable[..., list[Any]]
DATE = "Mon, 02 Jun 2025 08:00:00 GMT"
CHAIN = {f"/{here}": f"/{there}" for here, there in itertools.pairwise("abcdefgh")}


def test_a_page_comes_as_it_was_sent(server: WebServer, fetch: Fetch) -> None:
    body = "<p>caf\u00e9</p>".encode("latin-1")
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "ETag": '"7"',
        "Last-Modified": DATE,
    }
    url = server.serve("/a?b=c", answer(body, headers=headers))
    before = datetime.now(UTC)
    (page,) = fetch(url)
    assert isinstance(page, Response)
    assert (page.url, page.final_url, page.status, page.content) == (url, url, 200, body)
    assert (page.content_type, page.etag, page.last_modified) == tuple(headers.values()), "a wrong charset included"
    assert before <= page.fetched_at <= datetime.now(UTC)
    assert (page.opt_outs, page.not_modified) == ((), False)


def test_requests_carry_one_identity_and_no_more(server: WebServer, fetch: Fetch) -> None:
    url = server.serve("/", answer(headers={"Set-Cookie": "id=1; Path=/"}))
    fetch(url, url, contact="https://example.org/bot")
    agent = f"newslake/{version('newslake')} (+https://example.org/bot)"
    for seen in server.log:
        assert seen.headers["User-Agent"] == agent
        assert seen.headers.keys() <= {"Host", "User-Agent", "Accept", "Accept-Encoding"}, "no cookie, no condition"


def test_a_proxy_of_the_environment_is_not_used(
    server: WebServer, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    (page,) = fetch(server.serve("/", answer()))
    assert page.status == 200


def test_redirects_are_followed_to_the_end(server: WebServer, fetch: Fetch) -> None:
    url = server.serve("/old", redirect("/moved?x=1"))
    server.serve("/moved?x=1", redirect(server.serve("/new", answer(), host="127.0.0.2") + "#comments", 308))
    (page,) = fetch(url)
    assert (page.url, page.final_url, page.content) == (url, f"http://127.0.0.2:{server.port}/new", b"<p>news</p>")


@pytest.mark.parametrize(
    ("targets", "words"),
    [
        ({"/a": "/a"}, "back"),
        ({"/a": "/b", "/b": "/a"}, "back"),
        (CHAIN, "more than 5"),
    ],
    ids=["to itself", "in a circle", "without end"],
)
def test_redirects_end(server: WebServer, fetch: Fetch, targets: dict[str, str], words: str) -> None:
    for path, target in targets.items():
        server.serve(path, redirect(target))
    (failure,) = fetch(server.serve("/a", redirect(targets["/a"])))
    assert (failure.reason, failure.passing) == (Reason.REDIRECTS, False)
    assert words in failure.detail
    assert len(server.paths()) == min(len(targets), 6)


def test_conditions_are_kept_over_redirects(server: WebServer, fetch: Fetch) -> None:
    url = server.serve("/feed", redirect("/feed.xml"))
    server.serve("/feed.xml", answer(b"", 304, {"ETag": '"8"'}))
    (page,) = fetch(Request(url=url, etag='"7"', last_modified=DATE))
    assert (page.status, page.not_modified, page.content) == (304, True, b"")
    assert (page.etag, page.last_modified) == ('"8"', DATE)
    asked = [seen.headers for seen in server.log if seen.path != "/robots.txt"]
    assert [headers["If-None-Match"] for headers in asked] == ['"7"', '"7"']
    assert [headers["If-Modified-Since"] for headers in asked] == [DATE] * 2


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (204, Reason.HTTP_ERROR),
        (301, Reason.HTTP_ERROR),  # without a Location
        (304, Reason.HTTP_ERROR),  # though nothing conditional was asked
        (400, Reason.FORBIDDEN),
        (401, Reason.FORBIDDEN),
        (403, Reason.FORBIDDEN),
        (404, Reason.NOT_FOUND),
        (410, Reason.NOT_FOUND),
        (451, Reason.FORBIDDEN),
        (599, Reason.HTTP_ERROR),
        (999, Reason.HTTP_ERROR),
    ],
)
def test_other_answers_have_their_reasons(server: WebServer, fetch: Fetch, status: int, reason: Reason) -> None:
    (failure,) = fetch(server.serve("/", answer(b"", status)))
    assert isinstance(failure, Failure)
    assert (failure.reason, failure.http_status, failure.passing) == (reason, status, status == 599)
    assert str(status) in failure.detail
    assert len(server.paths()) == (3 if status == 599 else 1), "only what may pass is tried again"


def test_what_passes_is_tried_again(server: WebServer, fetch: Fetch) -> None:
    server.serve("/a", answer(b"", 500), raw(b""), answer(b"at last"))
    (page,) = fetch(f"http://127.0.0.1:{server.port}/a")
    assert page.content == b"at last"
    assert server.paths() == ["/a"] * 3


def test_a_server_that_hangs_up_is_asked_no_more_often_than_said(server: WebServer, fetch: Fetch) -> None:
    (failure,) = fetch(server.serve("/a", raw(b"")))
    assert (failure.reason, failure.http_status, failure.passing) == (Reason.UNREACHABLE, None, True)
    assert server.paths() == ["/a"] * 3, "the library's own second try is switched off"


def test_retry_after_makes_the_whole_host_wait(server: WebServer, fetch: Fetch) -> None:
    url = server.serve("/busy", answer(b"", 429, {"Retry-After": "1"}), answer(b"free"))
    (page, _) = fetch(url, server.serve("/other", answer()))
    assert page.content == b"free"
    assert server.gaps("127.0.0.1")[1] >= 1
    assert server.paths() == ["/busy", "/busy", "/other"]


@pytest.mark.parametrize("status", [429, 503])
def test_a_long_retry_after_is_a_failure_for_now(server: WebServer, fetch: Fetch, status: int) -> None:
    later = datetime.now(UTC) + timedelta(hours=1)
    url = server.serve("/busy", answer(b"", status, {"Retry-After": later.strftime("%a, %d %b %Y %H:%M:%S GMT")}))
    first, second = fetch(url, server.serve("/other", answer()))
    assert first.reason == (Reason.TOO_MANY_REQUESTS if status == 429 else Reason.HTTP_ERROR)
    assert second.reason == Reason.TOO_MANY_REQUESTS
    assert first.passing
    assert second.passing
    assert server.paths() == ["/busy"], "neither again, nor another page of the host"


def test_a_server_that_is_slow_to_answer(server: WebServer, fetch: Fetch) -> None:
    (failure,) = fetch(server.serve("/", answer(pause=5)), attempts=2)
    assert (failure.reason, failure.passing, failure.detail) == (Reason.TIMEOUT, True, "the server fell silent")
    assert server.paths() == ["/", "/"]


def test_a_body_that_trickles(server: WebServer, fetch: Fetch) -> None:
    (failure,) = fetch(server.serve("/", stream([b"word "] * 100, pause=0.1)), attempts=1)
    assert (failure.reason, failure.detail) == (Reason.TIMEOUT, "it was not complete in time")


def test_a_body_without_end(server: WebServer, fetch: Fetch) -> None:
    (failure,) = fetch(server.serve("/", stream(itertools.repeat(b"x" * 8192))), max_bytes=1_000_000)
    assert (failure.reason, failure.passing) == (Reason.TOO_LARGE, False)
    assert server.paths() == ["/"]


def test_a_body_that_says_it_is_too_large(server: WebServer, fetch: Fetch) -> None:
    endless = stream(itertools.repeat(b"x"), pause=0.01, headers={"Content-Length": "1000001"})
    (failure,) = fetch(server.serve("/", endless), max_bytes=1_000_000)
    assert failure.reason == Reason.TOO_LARGE
    assert server.log[-1].ended - server.log[-1].started < 0.5, "it is not read at all"


def test_a_body_that_breaks_off(server: WebServer, fetch: Fetch) -> None:
    (failure,) = fetch(server.serve("/", raw(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf")), attempts=1)
    assert (failure.reason, failure.passing) == (Reason.UNREACHABLE, True)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_compressed_bodies(server: WebServer, fetch: Fetch, pack: Callable[[bytes], bytes]) -> None:
    name = "gzip" if pack is gzip.compress else "deflate"
    (page,) = fetch(server.serve("/", answer(pack(b"news " * 999), headers={"Content-Encoding": name})))
    assert page.content == b"news " * 999
    assert server.log[-1].headers["Accept-Encoding"] == "gzip, deflate"


def test_a_compressed_file_stays_compressed(server: WebServer, fetch: Fetch) -> None:
    body = gzip.compress(b"<urlset/>")
    (page,) = fetch(server.serve("/sitemap.xml.gz", answer(body, headers={"Content-Type": "application/gzip"})))
    assert page.content == body


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzip.compress(b"\0" * 50_000_000), "gzip", Reason.TOO_LARGE),
        (gzip.compress(b"news")[:-4], "gzip", Reason.DAMAGED),
        (b"\x1f\x8bnews", "gzip", Reason.DAMAGED),
        (b"news", "br", Reason.HTTP_ERROR),
    ],
    ids=["bomb", "truncated", "damaged", "not asked for"],
)
def test_bad_compressed_bodies(server: WebServer, fetch: Fetch, body: bytes, encoding: str, reason: Reason) -> None:
    (failure,) = fetch(server.serve("/", answer(body, headers={"Content-Encoding": encoding})), max_bytes=1_000_000)
    assert (failure.reason, failure.passing) == (reason, False)


def test_headers_in_another_charset(server: WebServer, fetch: Fetch) -> None:
    url = server.serve("/a", raw(b"HTTP/1.1 302 Found\r\nLocation: /caf\xe9\r\nContent-Length: 0\r\n\r\n"))
    server.serve(
        "/caf%E9", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; title=caf\xe9\r\nETag: caf\xe9\r\n\r\nnews")
    )
    (page,) = fetch(url)
    assert page.final_url.endswith("/caf%E9")
    assert page.content_type == "text/html; title=caf\u00e9"
    assert page.etag == "caf\u00e9"


def test_a_detail_is_one_line_of_text(fetch: Fetch) -> None:
    (failure,) = fetch("http://[\n\udce9")
    assert failure.reason == Reason.BAD_URL
    assert failure.detail.encode()
    assert len(failure.detail.splitlines()) == 1


def test_a_condition_that_no_header_can_hold_is_left_away(server: WebServer, fetch: Fetch) -> None:
    (page,) = fetch(Request(url=server.serve("/", answer()), etag='"7"\r\nX: y'))
    assert page.status == 200
    assert "If-None-Match" not in server.log[-1].headers


def test_nobody_listens(fetch: Fetch) -> None:
    (failure,) = fetch("http://127.0.0.1:1/")
    assert (failure.reason, failure.passing) == (Reason.UNREACHABLE, True)
    assert failure.detail == "its robots.txt could not be read: no connection to 127.0.0.1: connection refused"


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1/", "file:///etc/passwd", "/news", "http://", "http://[::1", "http://u:p@x.org/"]
)
def test_what_is_no_web_address(fetch: Fetch, url: str) -> None:
    (failure,) = fetch(url)
    assert (failure.url, failure.reason, failure.passing) == (url, Reason.BAD_URL, False)


@pytest.mark.parametrize("location", ["ftp://127.0.0.1/", "javascript:alert(1)", "http://[", "//:80"])
def test_a_redirect_to_what_is_no_web_address(server: WebServer, fetch: Fetch, location: str) -> None:
    (failure,) = fetch(server.serve("/", redirect(location)))
    assert failure.reason == Reason.BAD_URL


def test_robots_txt_forbids(server: WebServer, fetch: Fetch) -> None:
    server.serve("/robots.txt", answer(b"User-agent: *\nDisallow: /a\n\nUser-agent: NewsLake\nDisallow: /private/"))
    forbidden, free = fetch(server.serve("/private/1", answer()), server.serve("/a", answer()))
    assert (forbidden.reason, forbidden.http_status, forbidden.passing) == (Reason.ROBOTS, None, False)
    assert free.status == 200
    assert [seen.path for seen in server.log] == ["/robots.txt", "/a"], "fetched once, and obeyed"


def test_robots_txt_of_a_redirect_counts(server: WebServer, fetch: Fetch) -> None:
    target = server.serve("/b", answer(), host="127.0.0.2")
    server.serve("/robots.txt", answer(b"User-agent: *\nDisallow: /"), host="127.0.0.2")
    (failure,) = fetch(server.serve("/a", redirect(target)))
    assert failure.reason == Reason.ROBOTS
    assert failure.detail == f"redirected to {target}: robots.txt of 127.0.0.2 does not allow /b"
    assert server.paths("127.0.0.2") == []


def test_robots_txt_itself_may_be_elsewhere(server: WebServer, fetch: Fetch) -> None:
    rules = server.serve("/rules", answer(b"User-agent: *\nDisallow: /"), host="127.0.0.2")
    server.serve("/robots.txt", redirect(rules))
    (failure,) = fetch(server.serve("/", answer()))
    assert failure.reason == Reason.ROBOTS


def test_a_robots_txt_that_cannot_be_read_forbids_for_now(server: WebServer, fetch: Fetch) -> None:
    server.serve("/robots.txt", answer(b"", 503))
    first, second = fetch(server.serve("/a", answer()), server.serve("/b", answer()))
    assert (first.reason, first.http_status, first.passing) == (Reason.HTTP_ERROR, 503, True)
    assert second.detail == first.detail
    assert "robots.txt" in first.detail
    assert [seen.path for seen in server.log] == ["/robots.txt"] * 3


def test_opt_outs_are_recorded_and_the_page_is_fetched(server: WebServer, fetch: Fetch) -> None:
    server.serve("/robots.txt", answer(b"User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /"))
    body = b'<html><head><meta content="noai, noindex" name="Robots"><meta name="tdm-reservation" content="1">'
    (page,) = fetch(server.serve("/", answer(body, headers={"X-Robots-Tag": "noimageai", "TDM-Reservation": "1"})))
    assert page.opt_outs == (
        "robots.txt: CCBot",
        "robots.txt: GPTBot",
        "header: tdm-reservation",
        "header: noimageai",
        "meta: noai",
        "meta: tdm-reservation",
    )
