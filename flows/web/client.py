"""Fetch pages as a good guest: what robots.txt allows, at the host's pace, and never from a private address."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from aiohttp.abc import AbstractResolver
from yarl import URL

from flows.web.ip_addresses import SocketFactory, plain_socket
from flows.web.messages import Failure, FetchError, Request, Response
from flows.web.opt_outs import response_opt_outs
from flows.web.robots import MAX_ROBOTS_BYTES, Robots, RobotsFile, Rules, lifetime
from flows.web.settings import Settings
from flows.web.transport import Answer, Transport
from flows.web.urls import host_key, web_url
from transforms.records.reasons import Reason


class Client:
    """An asynchronous context manager whose `fetch` may be awaited many times at once.

    `robots_folder` keeps robots.txt files from one client to the next. `resolver` and `open_socket` stand in for the
    name service and the system's sockets in tests.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        robots_folder: Path | None = None,
        resolver: AbstractResolver | None = None,
        open_socket: SocketFactory = plain_socket,
    ) -> None:
        self._settings = settings
        self._transport = Transport(settings, resolver, open_socket)
        self._robots = Robots(self._robots_txt, robots_folder)

    async def __aenter__(self) -> Self:
        await self._transport.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.__aexit__(kind, error, trace)

    async def fetch(self, request: Request, file: BinaryIO | None = None) -> Response | Failure:
        """Return what `request` asks for, or why it could not be had; whatever the network does, it raises nothing.

        With a `file` the content is written there, and may be as large as an archive.
        """
        headers = _condition(request)
        limit = self._settings.max_bytes if file is None else self._settings.max_archive_bytes

        async def hop(url: URL) -> Answer:
            await self._permit(url)
            return await self._transport.get(url, headers, limit, file=file)

        try:
            answer = await self._follow(request.url, hop)
            return _response(request, answer, await self._permit(answer.url))
        except FetchError as error:
            return error.failure(request.url)

    async def _permit(self, url: URL) -> Rules:
        rules = await self._robots.permit(url)
        self._transport.pacer.slow_down(host_key(url), rules.delay)
        return rules

    async def _robots_txt(self, url: str) -> RobotsFile | Failure:
        async def hop(url: URL) -> Answer:
            return await self._transport.get(url, {}, MAX_ROBOTS_BYTES, cut=True)

        try:
            answer = await self._follow(url, hop)
            return RobotsFile(answer.content, lifetime(answer.header("Cache-Control")))
        except FetchError as error:
            return error.failure(url)

    async def _follow(self, address: str, hop: Callable[[URL], Awaitable[Answer]]) -> Answer:
        """Take hops from `address` on, until one leads no further."""
        url = web_url(address)
        answer, passed = await hop(url), [url]
        while answer.location is not None:
            url = self._next(answer, passed)
            passed.append(url)
            try:
                answer = await hop(url)
            except FetchError as error:
                raise error.within(f"redirected to {url}") from error
        return answer

    def _next(self, answer: Answer, passed: list[URL]) -> URL:
        url = web_url(answer.location or "", answer.url)
        if url in passed:
            raise FetchError(Reason.REDIRECTS, f"{url} redirects back to itself", http_status=answer.status)
        if len(passed) > self._settings.max_redirects:
            detail = f"more than {self._settings.max_redirects} redirects"
            raise FetchError(Reason.REDIRECTS, detail, http_status=answer.status)
        return url


def _condition(request: Request) -> dict[str, str]:
    given = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    return {name: value for name, value in given.items() if value and value.isprintable()}


def _response(request: Request, answer: Answer, rules: Rules) -> Response:
    not_modified = answer.status == 304
    return Response(
        url=request.url,
        final_url=str(answer.url),
        status=answer.status,
        content=answer.content,
        content_type=answer.header("Content-Type"),
        etag=answer.header("ETag") or (request.etag if not_modified else None),
        last_modified=answer.header("Last-Modified") or (request.last_modified if not_modified else None),
        fetched_at=answer.fetched_at,
        opt_outs=(*rules.opt_outs(answer.url), *response_opt_outs(answer.headers, answer.content)),
        not_modified=not_modified,
    )
