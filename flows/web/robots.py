"""Know what robots.txt asks of us, host by host (RFC 9309)."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from protego import Protego
from yarl import URL

from flows.web.messages import Failure, FetchError
from flows.web.opt_outs import robots_opt_outs
from flows.web.settings import PRODUCT
from transforms.records.reasons import Reason

MAX_ROBOTS_BYTES = 500 * 1024
"""As much of a robots.txt as is read; the rest is left away (RFC 9309, 2.5, wants that at least)."""

MAX_CRAWL_DELAY = 60.0
"""The longest delay, in seconds, that is honoured: a day's feed of some sites would not be read within a day."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The robots.txt of one scheme, host and port; empty when there is none."""

    text: str
    parsed: Protego

    @property
    def delay(self) -> float:
        """The seconds between two requests that it asks for, by Crawl-delay or Request-rate, up to MAX_CRAWL_DELAY."""
        rate = self.parsed.request_rate(PRODUCT)
        by_rate = rate.seconds / rate.requests if rate else 0.0
        return min(max(self.parsed.crawl_delay(PRODUCT) or 0.0, by_rate), MAX_CRAWL_DELAY)

    def opt_outs(self, url: URL) -> tuple[str, ...]:
        """Return its reservations against AI that concern `url`."""
        return robots_opt_outs(self.text, self.parsed, str(url))


class Robots:
    """The rules of every host that was asked for, each fetched once."""

    def __init__(self, fetch: Callable[[str], Awaitable[bytes | Failure]]) -> None:
        self._fetch = fetch
        self._found: dict[URL, Rules | Failure] = {}
        self._locks: defaultdict[URL, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def permit(self, url: URL) -> Rules:
        """Return the rules for `url`; raises FetchError when they forbid it or could not be got."""
        rules = await self._rules(url.origin())
        if isinstance(rules, Failure):
            unread = FetchError(rules.reason, rules.detail, http_status=rules.http_status, passing=rules.passing)
            raise unread.within("its robots.txt could not be read")
        if not rules.parsed.can_fetch(str(url), PRODUCT):
            raise FetchError(Reason.ROBOTS, f"robots.txt of {url.host} does not allow {url.raw_path_qs}")
        return rules

    async def _rules(self, origin: URL) -> Rules | Failure:
        async with self._locks[origin]:
            if origin not in self._found:
                self._found[origin] = await self._load(origin)
        return self._found[origin]

    async def _load(self, origin: URL) -> Rules | Failure:
        got = await self._fetch(str(origin / "robots.txt"))
        if isinstance(got, Failure):
            return _parsed(b"") if _means_none(got) else got
        return _parsed(got)


def _means_none(failure: Failure) -> bool:
    """Whether the site has no robots.txt, which allows everything (RFC 9309, 2.3.1); 429 is no such answer."""
    status = failure.http_status or 0
    return failure.reason == Reason.REDIRECTS or (400 <= status < 500 and not failure.passing)


def _parsed(content: bytes) -> Rules:
    text = content.decode("utf-8-sig", errors="replace")
    return Rules(text, Protego.parse(text))
