"""Send requests, one hop each: to permitted addresses, in their host's time, again when it may help."""

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import BinaryIO, Self

import aiohttp
from aiohttp.abc import AbstractResolver
from multidict import CIMultiDictProxy
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_random_exponential
from yarl import URL

from flows.web.bodies import ACCEPTED_ENCODINGS, read_body
from flows.web.errors import network_error, retry_after, status_error
from flows.web.ip_addresses import SocketFactory, guarded
from flows.web.messages import FetchError
from flows.web.pacing import MAX_HOLD, Pacer
from flows.web.settings import Settings
from flows.web.urls import host_key

CONTENT = {200, 203}
MOVED = {301, 302, 303, 307, 308}
MAX_HEADER_BYTES = 64 * 1024  # security policies of news sites outgrow the 8 KiB that the library admits

_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # bytes of a header that are not UTF-8, as the library escapes them


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server at `url` gave: content, another address in `location`, or neither for status 304."""

    url: URL
    status: int
    headers: CIMultiDictProxy[str]
    content: bytes
    fetched_at: datetime

    @property
    def location(self) -> str | None:
        """The address to which the server refers us; None when it answered itself."""
        given = self.headers.get("Location") if self.status in MOVED else None
        return given and _NOT_UTF8.sub(lambda byte: f"%{ord(byte[0]) - 0xDC00:02X}", given)

    def header(self, name: str) -> str | None:
        """Return the header `name`, None without one; in what is not UTF-8, bytes stand for letters of Latin-1."""
        given = self.headers.get(name)
        return given and _NOT_UTF8.sub(lambda byte: chr(ord(byte[0]) - 0xDC00), given)


class Transport:
    """An HTTP session without memory: no cookies, no proxy from the environment, no redirect followed by itself."""

    _session: aiohttp.ClientSession

    def __init__(self, settings: Settings, resolver: AbstractResolver | None, open_socket: SocketFactory) -> None:
        self._settings = settings
        self._resolver = resolver
        self._open_socket = guarded(open_socket, settings)
        self.pacer = Pacer(
            concurrency=settings.concurrency, host_concurrency=settings.host_concurrency, delay=settings.delay
        )

    async def __aenter__(self) -> Self:
        settings = self._settings
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, resolver=self._resolver, socket_factory=self._open_socket),
            headers={
                "User-Agent": settings.user_agent,
                "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "Accept-Encoding": ACCEPTED_ENCODINGS,
            },
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            max_line_size=MAX_HEADER_BYTES,
            max_field_size=MAX_HEADER_BYTES,
            middlewares=(_never_twice,),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def get(
        self, url: URL, headers: dict[str, str], limit: int, *, cut: bool = False, file: BinaryIO | None = None
    ) -> Answer:
        """Return the answer of the server at `url`, tried again after errors that may pass; raises FetchError.

        With a `file` the content is written there, and may take as long as it keeps coming.

        Between two tries lies a random time, up to a bound that doubles each time ("full jitter", as described in the
        AWS Architecture Blog, "Exponential Backoff And Jitter").
        """
        key = host_key(url)

        def may_pass(error: BaseException) -> bool:
            return isinstance(error, FetchError) and error.passing and not self.pacer.is_shut(key)

        attempts = AsyncRetrying(
            stop=stop_after_attempt(self._settings.attempts),
            wait=wait_random_exponential(multiplier=self._settings.backoff, max=MAX_HOLD),
            retry=retry_if_exception(may_pass),
            reraise=True,
        )
        return await attempts(self._attempt, url, headers, limit, cut, file)

    async def _attempt(self, url: URL, headers: dict[str, str], limit: int, cut: bool, file: BinaryIO | None) -> Answer:
        content = io.BytesIO()
        async with self.pacer.turn(host_key(url)):
            try:
                async with self._session.get(
                    url, headers=headers, allow_redirects=False, timeout=self._timeout(is_page=file is None)
                ) as response:
                    self._require_success(response)
                    if response.status in CONTENT:
                        await read_body(response, _emptied(file or content), limit, cut=cut)
                    return Answer(url, response.status, response.headers, content.getvalue(), datetime.now(UTC))
            except (aiohttp.ClientError, OSError, UnicodeError) as error:
                raise network_error(error) from error

    def _timeout(self, *, is_page: bool) -> aiohttp.ClientTimeout:
        return aiohttp.ClientTimeout(
            total=self._settings.total_timeout if is_page else None,
            connect=self._settings.connect_timeout,
            sock_read=self._settings.read_timeout,
        )

    def _require_success(self, response: aiohttp.ClientResponse) -> None:
        status, header = response.status, response.headers.get("Retry-After")
        conditional = {"If-None-Match", "If-Modified-Since"} & response.request_info.headers.keys()
        moved = status in MOVED and "Location" in response.headers
        if status in CONTENT or moved or (status == 304 and conditional):
            return
        wait = retry_after(header, datetime.now(UTC)) if header is not None and status in (429, 503) else None
        if wait:
            self.pacer.hold(host_key(response.url), wait)
        raise status_error(status)


def _emptied(file: BinaryIO) -> BinaryIO:
    """Return `file` without what an earlier try left in it."""
    file.seek(0)
    file.truncate()
    return file


async def _never_twice(request: aiohttp.ClientRequest, send: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Send `request` once: on these errors the library would send it again by itself, past the host's pacing."""
    try:
        return await send(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise network_error(error) from error
