"""Know what robots.txt asks of us, host by host (RFC 9309)."""

import asyncio
import hashlib
import json
import os
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

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


LIFETIME = timedelta(days=1)
"""How long a robots.txt is used at the most, and where its server says nothing (RFC 9309, 2.4)."""


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """A robots.txt as it was fetched, and how long it may be used."""

    content: bytes
    lifetime: timedelta = LIFETIME


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
    """The rules of every host that was asked for, each fetched once in its lifetime; kept in `folder`, if there is one.

    Only what a server said is kept: a robots.txt that could not be got is asked for again by the next run.
    """

    def __init__(self, fetch: Callable[[str], Awaitable[RobotsFile | Failure]], folder: Path | None = None) -> None:
        self._fetch = fetch
        self._folder = folder
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
        kept = self._folder / f"{hashlib.sha256(str(origin).encode()).hexdigest()}.json" if self._folder else None
        text = _read_kept(kept, origin) if kept else None
        if text is not None:
            return Rules(text, Protego.parse(text))
        got = await self._fetch(str(origin / "robots.txt"))
        if isinstance(got, Failure):
            if not _means_none(got):
                return got
            got = RobotsFile(b"")
        text = got.content.decode("utf-8-sig", errors="replace")
        if kept and got.lifetime > timedelta():
            _keep(kept, origin, text, datetime.now(UTC) + got.lifetime)
        return Rules(text, Protego.parse(text))


def _read_kept(kept: Path, origin: URL) -> str | None:
    """Return the robots.txt of `origin` that an earlier run kept; None when there is none, or it has had its time."""
    try:
        said = json.loads(kept.read_text("utf-8"))
        is_good = said["origin"] == str(origin) and datetime.fromisoformat(said["until"]) > datetime.now(UTC)
        return str(said["text"]) if is_good else None
    except (OSError, ValueError, KeyError, TypeError):  # not there, or not whole
        return None


def _keep(kept: Path, origin: URL, text: str, until: datetime) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    said = {"origin": str(origin), "until": until.isoformat(), "text": text}
    new = kept.with_suffix(f".{os.getpid()}.new")
    new.write_text(json.dumps(said), "utf-8")
    new.replace(kept)


def lifetime(cache_control: str | None) -> timedelta:
    """Return how long a robots.txt may be used by the Cache-Control with which it came, LIFETIME at the most."""
    said = (cache_control or "").lower()
    if any(word in said for word in ("no-store", "no-cache")):
        return timedelta()
    age = re.search(r"\bmax-age\s*=\s*\"?(\d{1,9})", said)
    return min(timedelta(seconds=int(age[1])), LIFETIME) if age else LIFETIME


def _means_none(failure: Failure) -> bool:
    """Whether the site has no robots.txt, which allows everything (RFC 9309, 2.3.1); 429 is no such answer."""
    status = failure.http_status or 0
    return failure.reason == Reason.REDIRECTS or (400 <= status < 500 and not failure.passing)
