"""Space the requests to each host: how many at a time, how far apart, and not before it wants them."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

from flows.web.messages import FetchError
from transforms.records.reasons import Reason

MAX_HOLD = 120.0
"""The longest wait, in seconds, that a host may ask of us before we give up on it for now."""

JITTER = 0.25
"""By how much of itself a delay is lengthened at most, so that clients started together drift apart."""


class _Host:
    """The state of one host: its delay, when the next request may start, until when it asked us to stay away."""

    def __init__(self, concurrency: int, delay: float) -> None:
        self.places = asyncio.Semaphore(concurrency)
        self.queue = asyncio.Lock()
        self.delay = delay
        self.next_start = 0.0
        self.held_until = 0.0

    def wait(self) -> float:
        return max(self.next_start, self.held_until) - monotonic()


class Pacer:
    """Lets requests start: `concurrency` at a time in all, and for each host as slowly as it should be."""

    def __init__(self, *, concurrency: int, host_concurrency: int, delay: float) -> None:
        self._places = asyncio.Semaphore(concurrency)
        self._host_concurrency = host_concurrency
        self._delay = delay
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Wait until a request to the host `key` may start; it runs within the context.

        Raises FetchError when the host wants us to stay away for longer than MAX_HOLD.
        """
        host = self._host(key)
        async with host.places:
            async with host.queue:
                await self._start(host)
            try:
                yield
            finally:
                self._places.release()

    def slow_down(self, key: str, delay: float) -> None:
        """Raise the delay between the starts of requests to the host `key` to `delay` seconds, never below ours."""
        host = self._host(key)
        raised = max(delay - host.delay, 0.0)
        host.delay += raised
        host.next_start += raised  # of the request before, which started when the delay was not known

    def hold(self, key: str, seconds: float) -> None:
        """Let no request to the host `key` start for so many `seconds`."""
        host = self._host(key)
        host.held_until = max(host.held_until, monotonic() + seconds)

    def is_shut(self, key: str) -> bool:
        """Whether the host `key` wants us to stay away for longer than MAX_HOLD."""
        return self._host(key).held_until - monotonic() > MAX_HOLD

    def _host(self, key: str) -> _Host:
        if key not in self._hosts:
            self._hosts[key] = _Host(self._host_concurrency, self._delay)
        return self._hosts[key]

    async def _start(self, host: _Host) -> None:
        """Take one of the places, which the caller gives back, at a moment at which the host allows it."""
        while True:
            while (wait := host.wait()) > 0:
                _require_open(host)
                await asyncio.sleep(wait)
            await self._places.acquire()
            if host.wait() <= 0:  # else it asked for a pause while all places were taken
                host.next_start = monotonic() + host.delay * random.uniform(1, 1 + JITTER)  # noqa: S311
                return
            self._places.release()


def _require_open(host: _Host) -> None:
    seconds = host.held_until - monotonic()
    if seconds > MAX_HOLD:
        detail = f"the host wants no request for {seconds:.0f} seconds, and the longest wait is {MAX_HOLD:.0f}"
        raise FetchError(Reason.TOO_MANY_REQUESTS, detail, passing=True)
