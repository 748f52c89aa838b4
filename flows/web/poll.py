"""Poll one source on the web: ask for what announces articles, and fetch those that are new."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO

from flows.inputs.inputs import Arrival, Polled, Refusal, Unchanged
from flows.inputs.options import Options
from flows.web.archives import archive_file, read_archive
from flows.web.arrivals import document_of, of_other_kind, refused_as_forgotten, request_for, unless_of_kind
from flows.web.client import Client
from flows.web.feeds.model import FeedError, Reference
from flows.web.feeds.sitemaps import Sitemap, is_sitemap, parse_sitemap
from flows.web.feeds.xml_feed import is_feed, parse_feed
from flows.web.known_pages import KnownPages, LastPoll
from flows.web.messages import Failure, Response
from flows.web.poll_interval import child_has_changed, due_at, page_is_due
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

DEEPEST = 3  # sitemaps within sitemaps: the protocol knows an index of sitemaps, and no index of those
MOST_NESTED = 100  # indexes within indexes of a source: real ones have none or a few, one that lists itself has no end
MINUTE = "%Y-%m-%d %H:%M UTC"  # how a time is written for people

Put = Callable[[Arrival], Awaitable[None]]


@dataclass(slots=True)
class Poll:
    """How the poll of one address goes: what is counted of it on the way, and whether the next may ask for less.

    `seen` has the sitemaps that were met on the way from the source, `nested` those below it that list further ones,
    `depth` how many there may yet be below.
    """

    url: str
    source: str
    announced: int = 0
    fetched: int = 0
    complete: bool = True
    depth: int = DEEPEST
    seen: set[str] = field(default_factory=set)
    nested: set[str] = field(default_factory=set)

    def child(self, url: str) -> "Poll":
        """Return the poll of a sitemap that this one lists."""
        return Poll(url, self.source, depth=self.depth - 1, seen=self.seen, nested=self.nested)

    def add(self, child: "Poll") -> None:
        """Count what the poll of a sitemap that this one lists came to."""
        self.announced += child.announced
        self.fetched += child.fetched
        self.complete &= child.complete


class Poller:
    """What the tasks of one crawl share: the client, what is known, where arrivals go, and how many there were."""

    def __init__(self, client: Client, known: KnownPages, put: Put, options: Options, workers: int) -> None:
        self._client = client
        self._known = known
        self._queue = put
        self._options = options
        self._workers = workers
        self._inputs = 0

    async def source(self, url: str) -> None:
        """Bring what one address among the sources holds."""
        poll = Poll(url, self._options.name or url, seen={url})
        last = self._known.polls.get(url)
        if self._left() == 0:
            return
        if self._known.is_forgotten(url):
            await self._put(refused_as_forgotten(url, poll.source))
            return
        if last and self._options.when_due and (due := due_at(last.polled_at, last.changed_at)) > datetime.now(UTC):
            detail = f"something new came at {last.changed_at:{MINUTE}}; it is asked for again from {due:{MINUTE}} on"
            await self._put(Unchanged(url, poll.source, Reason.NOT_DUE, detail))
            return
        request = request_for(url, last.validators if last else self._known.validators(url))
        with archive_file(url, self._options) as file:
            await self._answered(await self._client.fetch(request, file), poll, last, file)

    async def _put(self, arrival: Arrival) -> None:
        self._inputs += not isinstance(arrival, Polled)
        await self._queue(arrival)

    def _left(self) -> int | None:
        """Return how many inputs the limit still admits, None without one."""
        limit = self._options.limit
        return None if limit is None else max(limit - self._inputs, 0)

    async def _answered(
        self, answer: Response | Failure, poll: Poll, last: LastPoll | None, file: BinaryIO | None
    ) -> None:
        """Bring what the answer to a poll leads to; that of an archive is in `file`."""
        if isinstance(answer, Failure):
            await self._put(Refusal(poll.url, poll.source, answer.reason, answer.detail))
        elif answer.not_modified:
            await self._put(Unchanged(poll.url, poll.source, Reason.NOT_MODIFIED))
            if last:
                await self._put(_polled(poll, answer))
        elif file:
            await self._archive(file, poll)
            await self._put(_polled(poll, answer))
        elif refusal := unless_of_kind(answer, self._options.kind, poll.source):
            await self._put(refusal)
        elif not await self._announced(answer, poll):
            await self._put(document_of(answer, poll.source, None))

    async def _archive(self, file: BinaryIO, poll: Poll) -> None:
        async for arrival in read_archive(file, poll.url, poll.source):
            if self._left() == 0:
                poll.complete = False
                return
            poll.announced += 1
            poll.fetched += isinstance(arrival, Raw)
            await self._put(arrival)

    async def _announced(self, answer: Response, poll: Poll) -> bool:
        """Bring the pages that a feed or sitemap announces, and then its poll; False for what is neither."""
        if is_feed(answer.content, answer.content_type):
            await self._pages(await self._of_feed(answer, poll), poll)
        elif is_sitemap(answer.content, answer.content_type):
            sitemap = await asyncio.to_thread(parse_sitemap, answer.content, answer.final_url)
            await self._pages(sitemap.references, poll)
            await self._children(sitemap, poll)
        else:
            return False
        await self._put(_polled(poll, answer))
        return True

    async def _of_feed(self, answer: Response, poll: Poll) -> Sequence[Reference]:
        try:  # in a thread, for a large feed takes seconds
            feed = await asyncio.to_thread(parse_feed, answer.content, answer.final_url, answer.content_type)
        except FeedError as error:
            await self._put(Refusal(poll.url, poll.source, Reason.MALFORMED, str(error)))
            poll.complete = False
            return ()
        return feed.references

    async def _children(self, sitemap: Sitemap, poll: Poll) -> None:
        """Bring what the sitemaps announce that an index lists, but for those that have not changed by its word."""
        if sitemap.children and poll.depth < DEEPEST:
            poll.nested.add(poll.url)
        for url, changed_at in sitemap.children:
            if len(poll.nested) >= MOST_NESTED:
                poll.complete = False
                detail = f"more than {MOST_NESTED} of the sitemaps below it list further ones"
                await self._put(Refusal(poll.url, poll.source, Reason.TOO_LARGE, detail))
                return
            # An index that does not say when its sitemaps change must be read anew each time, though it stays the same.
            poll.complete &= changed_at is not None
            last = self._known.polls.get(url)
            if url in poll.seen or (last and last.complete and not child_has_changed(changed_at, last.polled_at)):
                continue
            poll.seen.add(url)
            if self._left() == 0:
                poll.complete = False
                return
            child = poll.child(url)
            await self._child(child, last)
            poll.add(child)

    async def _child(self, poll: Poll, last: LastPoll | None) -> None:
        if poll.depth < 0:
            detail = f"sitemaps within sitemaps are followed {DEEPEST} deep"
            await self._put(Refusal(poll.url, poll.source, Reason.OTHER_KIND, detail))
            return
        answer = await self._client.fetch(request_for(poll.url, last.validators if last else None))
        if isinstance(answer, Failure):
            await self._put(Refusal(poll.url, poll.source, answer.reason, answer.detail))
            poll.complete &= not answer.passing
        elif answer.not_modified:
            await self._put(_polled(poll, answer))
        elif not await self._announced(answer, poll):
            await self._put(of_other_kind(answer, "sitemap", poll.source))
            poll.complete = False  # it may be the error page of a day

    async def _pages(self, references: Sequence[Reference], poll: Poll) -> None:
        """Bring the pages that are announced, each once, and the first ones of them if there is a limit."""
        references = list({reference.url: reference for reference in reversed(references)}.values())[::-1]
        taken = references[: self._left()]
        poll.announced = len(references)
        poll.complete &= len(taken) == len(references)  # a higher limit may come, and the rest with it
        waiting = iter(taken)

        async def work() -> None:
            for reference in waiting:
                await self._page(reference, poll)

        await asyncio.gather(*(work() for _ in range(min(self._workers, len(taken)))))

    async def _page(self, reference: Reference, poll: Poll) -> None:
        """Bring one page that is announced, unless it is forgotten: then it is not asked for."""
        if self._known.is_forgotten(reference.url):
            await self._put(refused_as_forgotten(reference.url, poll.source))
            return
        known = self._known.page(reference.url)
        if known and not page_is_due(reference.updated_at, known, datetime.now(UTC)):
            if known.refused:
                detail = f"{known.refused} on {known.fetched_at:{MINUTE}}"
                await self._put(Refusal(reference.url, poll.source, Reason.KNOWN_REJECTION, detail))
            else:
                await self._put(Unchanged(reference.url, poll.source, Reason.KNOWN_ADDRESS))
            return
        answer = await self._client.fetch(request_for(reference.url, known.validators if known else None))
        if isinstance(answer, Failure):
            await self._put(Refusal(reference.url, poll.source, answer.reason, answer.detail))
            poll.complete &= not answer.passing
        elif answer.not_modified:
            await self._put(Unchanged(reference.url, poll.source, Reason.NOT_MODIFIED))
        else:
            poll.fetched += 1
            await self._put(document_of(answer, poll.source, reference))


def _polled(poll: Poll, response: Response) -> Polled:
    return Polled(
        uri=poll.url,
        source=poll.source,
        polled_at=response.fetched_at,
        http_status=response.status,
        etag=response.etag,
        last_modified=response.last_modified,
        announced=poll.announced,
        complete=poll.complete,
        fetched=poll.fetched,
    )
