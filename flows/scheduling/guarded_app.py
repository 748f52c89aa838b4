"""Prefect's server behind a guard: it answers its own pages and programs that address it by its name, nobody else."""

from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""How a machine calls itself in the address of a page."""

ANY = ("0.0.0.0", "::")  # noqa: S104 - what stands for every address of a machine
"""Hosts to listen on behind which the server can be called anything."""


def names_of(host: str, port: int) -> frozenset[str]:
    """Return what may stand in a request's Host header for a server that listens on `host`; empty for anything."""
    if host in ANY:
        return frozenset()
    names = {*LOOPBACK, f"[{host}]" if ":" in host else host.lower()}
    return frozenset({f"{name}:{port}" for name in names} | (names if port == 80 else set()))


def guarded(app: App, names: Collection[str]) -> App:
    """Return `app` behind a guard that refuses requests to another name than `names`, and those of other sites' pages.

    A page of another site that a browser shows can send requests to this machine, and with a name of its own that leads
    here even read the answers (DNS rebinding). The first carry the page's Origin, the second its name as Host.
    """

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"} or _is_ours(scope, names):
            await app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"This server answers its own pages alone.\n"})

    return guard


def _is_ours(scope: Scope, names: Collection[str]) -> bool:
    headers = [(name.lower(), value.decode("latin-1").lower()) for name, value in scope["headers"]]
    hosts = [value for name, value in headers if name == b"host"]
    origins = [value for name, value in headers if name == b"origin"]
    if len(hosts) != 1 or len(origins) > 1 or (names and hosts[0] not in names):
        return False
    return not origins or origins[0] in {
        f"{scheme}://{name}" for scheme in ("http", "https") for name in names or hosts
    }
