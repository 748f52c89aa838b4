"""A server answers those who call it by its name, and no other site's page."""

import asyncio
from typing import Any

import pytest

from flows.scheduling.guarded_app import guarded, names_of

PORT = 4200
OURS = names_of("127.0.0.1", PORT)


def is_answered(headers: list[tuple[str, str]], names: frozenset[str] = OURS, kind: str = "http") -> bool:
    reached, sent = [], []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        reached.append(scope)

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {}

    scope = {"type": kind, "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers]}
    asyncio.run(guarded(app, names)(scope, receive, send))
    assert bool(reached) != bool(sent)
    assert not sent or sent[0].get("status") == 403 or sent[0]["type"] == "websocket.close"
    return bool(reached)


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ([("host", "127.0.0.1:4200")], True),
        ([("Host", "LOCALHOST:4200")], True),
        ([("host", "[::1]:4200")], True),
        ([("host", "localhost:4200"), ("origin", "http://127.0.0.1:4200")], True),
        ([], False),
        ([("host", "127.0.0.1")], False),
        ([("host", "127.0.0.1:80")], False),
        ([("host", "rebound.example:4200")], False),
        ([("host", "127.0.0.1.rebound.example:4200")], False),
        ([("host", "localhost:4200"), ("host", "rebound.example")], False),
        ([("host", "localhost:4200"), ("origin", "https://elsewhere.example")], False),
        ([("host", "localhost:4200"), ("origin", "null")], False),
        ([("host", "localhost:4200"), ("origin", "http://localhost:4201")], False),
        ([("host", "localhost:4200"), ("origin", "http://localhost:4200"), ("origin", "null")], False),
    ],
)
def test_names_and_origins(headers: list[tuple[str, str]], expected: bool, kind: str) -> None:
    assert is_answered(headers, kind=kind) == expected


def test_a_server_for_all_addresses_has_any_name_and_pages_of_that_name_alone() -> None:
    names = names_of("0.0.0.0", PORT)  # noqa: S104
    assert is_answered([("host", "news.example:4200")], names)
    assert is_answered([("host", "news.example:4200"), ("origin", "http://news.example:4200")], names)
    assert is_answered([("host", "news.example"), ("origin", "https://news.example")], names)
    assert not is_answered([("host", "news.example:4200"), ("origin", "http://elsewhere.example")], names)


def test_at_the_standard_port_a_name_needs_none() -> None:
    assert is_answered([("host", "localhost")], names_of("127.0.0.1", 80))


def test_what_is_no_request_passes() -> None:
    assert is_answered([], kind="lifespan")
