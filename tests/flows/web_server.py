"""A web server on loopback, in a thread of its own: it gives the answers a test lays out and logs what it is asked."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from ssl import SSLContext
from time import monotonic

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 21))
"""Aliases of loopback: on Linux all of 127.0.0.0/8 answers."""


@dataclass(slots=True)
class Seen:
    """A request as the server saw it; times by the monotonic clock, `ended` when the answer had been given."""

    host: str
    path: str
    headers: dict[str, str]
    started: float
    ended: float = 0.0


def answer(
    body: bytes = b"<p>news</p>", status: int = 200, headers: dict[str, str] | None = None, pause: float = 0.0
) -> Handler:
    async def handle(_: web.Request) -> web.Response:
        await asyncio.sleep(pause)
        return web.Response(body=body, status=status, headers={"Content-Type": "text/html"} | (headers or {}))

    return handle


def redirect(location: str, status: int = 301) -> Handler:
    return answer(b"", status, {"Location": location})


def stream(pieces: Iterable[bytes], pause: float = 0.0, headers: dict[str, str] | None = None) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"} | (headers or {}))
        await response.prepare(request)
        for piece in pieces:
            with suppress(ConnectionError):
                await response.write(piece)
            if request.transport is None or request.transport.is_closing():
                break
            await asyncio.sleep(pause)
        return response

    return handle


def raw(sent: bytes) -> Handler:
    """Send just these bytes, headers and all, and close the connection."""

    async def handle(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.write(sent)
        request.transport.close()
        return web.Response()

    return handle


@dataclass
class WebServer:
    """Answers by host and path: the answers of one are given in turn, the last again and again; else there is 404."""

    port: int = 0
    log: list[Seen] = field(default_factory=list)
    _answers: dict[tuple[str, str], list[Handler]] = field(default_factory=dict)

    def serve(self, path: str, *answers: Handler, host: str = HOSTS[0]) -> str:
        """Lay out the answers for a path, and return its address."""
        self._answers[host, path] = list(answers)
        return f"http://{host}:{self.port}{path}"

    def clear(self) -> None:
        self.log.clear()
        self._answers.clear()

    def paths(self, host: str = HOSTS[0]) -> list[str]:
        """The paths asked for at a host in order, robots.txt aside."""
        return [seen.path for seen in self.log if seen.host == host and seen.path != "/robots.txt"]

    def gaps(self, host: str) -> list[float]:
        """The seconds between the starts of requests to a host."""
        starts = sorted(seen.started for seen in self.log if seen.host == host)
        return [after - before for before, after in pairwise(starts)]

    def most_at_once(self, host: str | None = None) -> int:
        """The largest number of requests that were open at one moment, to one host or to all."""
        spans = [(seen.started, seen.ended) for seen in self.log if host in (None, seen.host)]
        return max(sum(start <= moment < end for start, end in spans) for moment, _ in spans)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        host = request.headers["Host"].partition(":")[0]
        seen = Seen(host, request.path_qs, dict(request.headers), monotonic())
        self.log.append(seen)
        answers = self._answers.get((host, request.path_qs), [answer(b"", 404)])
        try:
            return await (answers.pop(0) if len(answers) > 1 else answers[0])(request)
        finally:
            seen.ended = monotonic()


@contextmanager
def web_server(hosts: Iterable[str] = HOSTS, ssl_context: SSLContext | None = None) -> Iterator[WebServer]:
    """Run a server at all of the `hosts`, at one port that is free."""
    server = WebServer()
    loop = asyncio.new_event_loop()

    async def start() -> web.ServerRunner:
        runner = web.ServerRunner(web.Server(server.handle, handler_cancellation=True), shutdown_timeout=0)
        await runner.setup()
        for host in hosts:
            await web.TCPSite(runner, host, server.port, ssl_context=ssl_context).start()
            server.port = server.port or runner.addresses[0][1]
        return runner

    runner = loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
