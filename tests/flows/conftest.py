"""The loopback server, and what tests fetch from it with."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from ipaddress import ip_network
from typing import Any

import pytest

from flows.web.client import Client
from flows.web.messages import Failure, Request, Response
from flows.web.settings import Settings
from tests.flows.web_server import WebServer, web_server

Fetch = Callable[..., list[Response | Failure]]


@pytest.fixture(scope="session")
def running_server() -> Iterator[WebServer]:
    with web_server() as server:
        yield server


@pytest.fixture
def server(running_server: WebServer) -> WebServer:
    """The server, with nothing on it."""
    running_server.clear()
    return running_server


@pytest.fixture
def quick() -> Settings:
    """Settings that reach loopback and nothing else that is not public, and do not wait."""
    return Settings(
        allowed_networks=(ip_network("127.0.0.0/8"),),
        delay=0,
        backoff=0.02,
        connect_timeout=2,
        read_timeout=0.5,
        total_timeout=1.5,
    )


@pytest.fixture
def quick_runs(monkeypatch: pytest.MonkeyPatch, quick: Settings) -> None:
    """Let runs reach loopback, and not wait between requests."""
    monkeypatch.setattr("flows.web.crawl.settings_for", lambda _: quick)


@pytest.fixture
def fetch(quick: Settings) -> Fetch:
    """Fetch requests, or addresses, one after the other with one client; settings and stand-ins may be given."""

    def fetch(*wanted: Request | str, resolver: Any = None, open_socket: Any = None, **changes: Any) -> list[Any]:
        async def run() -> list[Response | Failure]:
            stand_ins = {"resolver": resolver, "open_socket": open_socket}
            given = {name: value for name, value in stand_ins.items() if value is not None}
            async with Client(replace(quick, **changes), **given) as client:
                return [await client.fetch(Request(url=one) if isinstance(one, str) else one) for one in wanted]

        return asyncio.run(run())

    return fetch
