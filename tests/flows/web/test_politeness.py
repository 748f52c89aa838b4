"""No host sees more requests than its limits allow, by the server's own log, and many hosts are fetched at once."""

import asyncio
import time
from dataclasses import replace

from flows.web.client import Client
from flows.web.messages import Request, Response
from flows.web.settings import Settings
from tests.flows.web_server import HOSTS, WebServer, answer

LATENESS = 0.05
"""How much nearer than the delay two requests may be seen: the first of a connection has to make it first."""


async def at_once(settings: Settings, urls: list[str]) -> list[object]:
    async with Client(settings) as client:
        return await asyncio.gather(*(client.fetch(Request(url=url)) for url in urls))


def test_a_host_is_asked_in_its_time(server: WebServer, quick: Settings) -> None:
    urls = [server.serve(f"/{number}", answer(pause=0.25)) for number in range(6)]
    pages = asyncio.run(at_once(replace(quick, delay=0.15, host_concurrency=2), urls))
    assert all(isinstance(page, Response) for page in pages)
    gaps = server.gaps("127.0.0.1")
    assert len(gaps) == 6, "robots.txt counts too"
    assert min(gaps) >= 0.15 - LATENESS
    assert server.most_at_once("127.0.0.1") == 2


def test_crawl_delay_is_honoured(server: WebServer, quick: Settings) -> None:
    server.serve("/robots.txt", answer(b"User-agent: *\nCrawl-delay: 0.3"))
    urls = [server.serve(f"/{number}", answer()) for number in range(3)]
    asyncio.run(at_once(quick, urls))
    gaps = server.gaps("127.0.0.1")
    assert len(gaps) == 3
    assert min(gaps) >= 0.3 - LATENESS


def test_the_total_is_limited(server: WebServer, quick: Settings) -> None:
    urls = [server.serve(f"/{number}", answer(pause=0.05), host=host) for host in HOSTS for number in range(2)]
    asyncio.run(at_once(replace(quick, concurrency=5), urls))
    assert server.most_at_once() == 5


def test_many_hosts_are_fetched_at_once(server: WebServer, quick: Settings) -> None:
    """A server takes its time for a page, so that what is measured is waiting, not the machine."""
    pause, settings = 0.25, replace(quick, host_concurrency=2, total_timeout=30, read_timeout=30)
    urls = [server.serve(f"/{number}", answer(pause=pause), host=host) for number in range(3) for host in HOSTS]
    started = time.perf_counter()
    pages = asyncio.run(at_once(settings, urls))
    together = time.perf_counter() - started
    assert all(isinstance(page, Response) for page in pages)
    assert all(server.most_at_once(host) <= 2 for host in HOSTS)
    assert together * 8 <= len(urls) * pause, f"{together:.2f} s, {len(urls) * pause:.2f} s one by one"
