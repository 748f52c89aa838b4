"""Robots.txt is obeyed as RFC 9309 has it."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from flows.web.messages import Failure, FetchError
from flows.web.robots import MAX_CRAWL_DELAY, Robots, RobotsFile, Rules
from transforms.records.reasons import Reason

PAGE = URL("https://example.org/news/1?print=1")


def rules(got: bytes | Failure, *urls: URL) -> list[Rules | FetchError]:
    """What robots.txt says of the addresses, and which of them were asked for."""
    asked: list[str] = []

    async def fetch(url: str) -> RobotsFile | Failure:
        await asyncio.sleep(0)
        asked.append(url)
        return RobotsFile(got) if isinstance(got, bytes) else got

    async def run() -> list[Rules | FetchError]:
        robots = Robots(fetch)
        found = await asyncio.gather(*(robots.permit(url) for url in urls or [PAGE]), return_exceptions=True)
        return [one for one in found if isinstance(one, Rules | FetchError)]

    found = asyncio.run(run())
    assert len(asked) == len(set(asked)), "each is asked for once"
    return found


def permitted(text: str, url: URL = PAGE) -> bool:
    return isinstance(rules(text.encode(), url)[0], Rules)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("\ufeffUser-agent: *\r\nDisallow: /news/", False),
        ("User-agent: *\nDisallow: /\nAllow: /news/", True),
        ("User-agent: *\nDisallow: /*?print=", False),
        ("User-agent: *\nDisallow: /news/1$", True),
        ("User-agent: other\nUser-agent: Newslake\nDisallow: /", False),
        ("User-agent: newslake\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: otherbot\nDisallow: /", True),
        ("<!doctype html><title>Not found</title>", True),
    ],
)
def test_what_is_allowed(text: str, expected: bool) -> None:
    assert permitted(text) is expected


@given(st.text())
def test_whatever_stands_in_it_is_read(text: str) -> None:
    (found,) = rules(text.encode("utf-8", "surrogatepass"))
    if isinstance(found, Rules):
        assert 0 <= found.delay <= MAX_CRAWL_DELAY


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        ("", 0),
        ("Crawl-delay: 2.5", 2.5),
        ("Crawl-delay: 86400", MAX_CRAWL_DELAY),
        ("Crawl-delay: soon", 0),
        ("Crawl-delay: -3", 0),
        ("Crawl-delay: nan", 0),
        ("Request-rate: 1/20", 20),
        ("Crawl-delay: 5\nRequest-rate: 2/6", 5),
    ],
)
def test_the_delay_it_asks_for(lines: str, seconds: float) -> None:
    (found,) = rules(f"User-agent: *\n{lines}\nAllow: /\n\nUser-agent: otherbot\nCrawl-delay: 50".encode())
    assert isinstance(found, Rules)
    assert found.delay == seconds


def failure(reason: Reason, status: int | None, *, passing: bool) -> Failure:
    return Failure(url="", reason=reason, detail="it failed", http_status=status, passing=passing)


@pytest.mark.parametrize(
    "got",
    [
        failure(Reason.NOT_FOUND, 404, passing=False),
        failure(Reason.FORBIDDEN, 403, passing=False),
        failure(Reason.REDIRECTS, 301, passing=False),
    ],
)
def test_without_it_everything_is_allowed(got: Failure) -> None:
    assert isinstance(rules(got)[0], Rules)


@pytest.mark.parametrize(
    "got",
    [
        failure(Reason.HTTP_ERROR, 500, passing=True),
        failure(Reason.TOO_MANY_REQUESTS, 429, passing=True),
        failure(Reason.TIMEOUT, None, passing=True),
        failure(Reason.UNREACHABLE, None, passing=True),
        failure(Reason.PRIVATE_ADDRESS, None, passing=False),
        failure(Reason.DAMAGED, None, passing=False),
    ],
)
def test_while_it_cannot_be_read_nothing_is_allowed(got: Failure) -> None:
    first, second = rules(got, PAGE, PAGE)
    for found in (first, second):
        assert isinstance(found, FetchError)
        assert (found.reason, found.http_status, found.passing) == (got.reason, got.http_status, got.passing)
        assert found.detail == "its robots.txt could not be read: it failed"


def test_each_scheme_and_port_has_its_own() -> None:
    addresses = ["http://a.example/1", "https://a.example/1", "http://a.example:8080/1", "http://a.example/2"]
    assert len(rules(b"User-agent: *\nDisallow: /2", *map(URL, addresses))) == 4
