"""Crawl sources on the web: poll what announces articles, fetch those that are new, and hand them on as they come."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import Queue
from threading import Thread
from typing import BinaryIO

from flows.files.paths import is_address
from flows.inputs.inputs import Arrival, Polled, Refusal, Unchanged, document_id
from flows.inputs.options import Options
from flows.inputs.source import Kind
from flows.web.archives import archive_file, read_archive
from flows.web.client import Client
from flows.web.feeds.model import FeedError, Reference
from flows.web.feeds.sitemaps import is_sitemap, parse_sitemap
from flows.web.feeds.xml_feed import is_feed, parse_feed
from flows.web.known_pages import KnownPages, LastPoll, Validators
from flows.web.messages import Failure, Request, Response
from flows.web.poll_interval import due_at
from flows.web.settings import settings_for
from transforms.records.raw_document import Announcement, Raw
from transforms.records.reasons import Reason

WAITING = 64  # arrivals that wait to be read: bounds memory when fetching is faster than reading
DEEPEST = 3  # sitemaps within sitemaps: the protocol knows an index of sitemaps, and no index of those

MINUTE = "%Y-%m-%d %H:%M UTC"  # how a time is written for people

Put = Callable[[Arrival], Awaitable[None]]


def crawl(options: Options, known: KnownPages) -> Iterator[Arrival]:
    """Yield what the addresses among the sources bring, each a page, feed, sitemap, list of pages or archive.

    A page that the lake holds is not asked for unless what announces it says that it has changed since; a poll asks
    only for what has changed. What became of a poll follows after everything that it announced.
    """
    queue: Queue[Arrival | BaseException | None] = Queue(WAITING)
    loop = asyncio.new_event_loop()
    task = loop.create_task(_crawl(options, known, queue))
    thread = Thread(target=_run, args=(loop, task, queue), name="crawl", daemon=True)
    thread.start()
    try:
        while (arrival := queue.get()) is not None:
            if isinstance(arrival, BaseException):
                raise arrival
            yield arrival
    finally:
        with suppress(RuntimeError):  # the loop has ended by itself
            loop.call_soon_threadsafe(task.cancel)
        while thread.is_alive():
            with suppress(Exception):
                queue.get(timeout=0.05)


def _run(
    loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]", queue: "Queue[Arrival | BaseException | None]"
) -> None:
    try:
        loop.run_until_complete(task)
    except asyncio.CancelledError:
        pass
    except BaseException as error:  # noqa: BLE001 - raised again where the arrivals are taken
        queue.put(error)
    finally:
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
        queue.put(None)


async def _crawl(options: Options, known: KnownPages, queue: "Queue[Arrival | BaseException | None]") -> None:
    settings = settings_for(options)

    async def put(arrival: Arrival) -> None:
        await asyncio.to_thread(queue.put, arrival)

    async with Client(settings) as client:
        crawler = _Crawler(client, known, put, options, settings.concurrency)
        await asyncio.gather(*map(crawler.source, dict.fromkeys(filter(is_address, options.sources))))


@dataclass(slots=True)
class _Poll:
    """How the poll of one source goes: what is counted of it on the way, and whether the next may ask for less."""

    url: str
    source: str
    announced: int = 0
    fetched: int = 0
    complete: bool = True


class _Crawler:
    """What the tasks of one crawl share: the client, what is known, and where arrivals go."""

    def __init__(self, client: Client, known: KnownPages, put: Put, options: Options, workers: int) -> None:
        self._client = client
        self._known = known
        self._put = put
        self._options = options
        self._workers = workers

    async def source(self, url: str) -> None:
        """Bring what one address among the sources holds."""
        poll = _Poll(url, self._options.name or url)
        last = self._known.polls.get(url)
        if last and self._options.when_due and (due := due_at(last.polled_at, last.changed_at)) > datetime.now(UTC):
            detail = f"something new came at {last.changed_at:{MINUTE}}; it is asked for again from {due:{MINUTE}} on"
            await self._put(Unchanged(url, poll.source, Reason.NOT_DUE, detail))
            return
        request = _request(url, last.validators if last else self._known.page(url))
        with archive_file(url, self._options) as file:
            await self._answered(await self._client.fetch(request, file), poll, last, file)

    async def _answered(
        self, answer: Response | Failure, poll: _Poll, last: LastPoll | None, file: BinaryIO | None
    ) -> None:
        """Bring what the answer to a poll leads to; that of an archive is in `file`."""
        url = poll.url
        if isinstance(answer, Failure):
            await self._put(Refusal(url, poll.source, answer.reason, answer.detail))
        elif answer.not_modified:
            await self._put(Unchanged(url, poll.source, Reason.NOT_MODIFIED))
            if last:
                await self._put(_polled(poll, answer))
        elif file:
            await self._archive(file, poll)
            await self._put(_polled(poll, answer))
        elif refusal := _of_other_kind(answer, self._options.kind, poll.source):
            await self._put(refusal)
        elif (references := await self._references(answer, poll, DEEPEST)) is None:
            await self._put(_raw(answer, poll.source, None))
        else:
            await self._pages(references, poll)
            await self._put(_polled(poll, answer))

    async def _archive(self, file: BinaryIO, poll: _Poll) -> None:
        async for arrival in read_archive(file, poll.url, poll.source):
            poll.announced += 1
            poll.fetched += isinstance(arrival, Raw)
            await self._put(arrival)

    async def _references(self, answer: Response, poll: _Poll, depth: int) -> list[Reference] | None:
        """Return what a feed or sitemap announces, None for a page; what of it cannot be read is refused."""
        if is_feed(answer.content, answer.content_type):
            return await self._of_feed(answer, poll)
        if not is_sitemap(answer.content, answer.content_type):
            return None
        sitemap = await asyncio.to_thread(parse_sitemap, answer.content, answer.final_url)
        references = list(sitemap.references)
        for child, _ in sitemap.children if depth else ():
            inner = await self._client.fetch(Request(url=child))
            if isinstance(inner, Failure):
                await self._put(Refusal(child, poll.source, inner.reason, inner.detail))
                poll.complete &= not inner.passing
            else:
                references += await self._references(inner, poll, depth - 1) or []
        return references

    async def _of_feed(self, answer: Response, poll: _Poll) -> list[Reference]:
        try:  # in a thread, for a large feed takes seconds
            feed = await asyncio.to_thread(parse_feed, answer.content, answer.final_url, answer.content_type)
            return list(feed.references)
        except FeedError as error:
            await self._put(Refusal(answer.url, poll.source, Reason.MALFORMED, str(error)))
            poll.complete = False
            return []

    async def _pages(self, references: Sequence[Reference], poll: _Poll) -> None:
        """Bring the pages that are announced, the first ones of them if there is a limit."""
        taken = references[: self._options.limit]
        poll.announced = len(references)
        poll.complete &= len(taken) == len(references)  # a higher limit may come, and the rest with it
        waiting = iter(taken)

        async def work() -> None:
            for reference in waiting:
                await self._page(reference, poll)

        await asyncio.gather(*(work() for _ in range(min(self._workers, len(taken)))))

    async def _page(self, reference: Reference, poll: _Poll) -> None:
        """Bring one page that is announced."""
        known = self._known.page(reference.url)
        if known and not _has_changed(reference, known):
            await self._put(Unchanged(reference.url, poll.source, Reason.KNOWN_ADDRESS))
            return
        answer = await self._client.fetch(_request(reference.url, known))
        if isinstance(answer, Failure):
            await self._put(Refusal(reference.url, poll.source, answer.reason, answer.detail))
            poll.complete &= not answer.passing
        elif answer.not_modified:
            await self._put(Unchanged(reference.url, poll.source, Reason.NOT_MODIFIED))
        else:
            poll.fetched += 1
            await self._put(_raw(answer, poll.source, reference))


def _of_other_kind(answer: Response, kind: str | None, source: str) -> Refusal | None:
    """Return the refusal of what is no feed or sitemap though its source says so, such as an error page."""
    tell = {Kind.FEED: is_feed, Kind.SITEMAP: is_sitemap}.get(Kind(kind)) if kind else None
    if tell is None or tell(answer.content, answer.content_type):
        return None
    return Refusal(answer.url, source, Reason.OTHER_KIND, f"a {kind} should stand there, and does not")


def _has_changed(reference: Reference, known: Validators) -> bool:
    """Whether what announces a page says that it has changed since it was fetched."""
    return bool(reference.updated_at and known.fetched_at and reference.updated_at > known.fetched_at)


def _request(url: str, known: Validators | None) -> Request:
    return Request(url=url, etag=known.etag, last_modified=known.last_modified) if known else Request(url=url)


def _raw(response: Response, source: str, reference: Reference | None) -> Raw:
    announced = None
    if reference:
        announced = Announcement(title=reference.title, authors=reference.authors, published_at=reference.published_at)
    return Raw(
        document_id=document_id(response.content),
        uri=response.url,
        source=source,
        content=response.content,
        fetched_at=response.fetched_at,
        content_type=response.content_type,
        http_status=response.status,
        etag=response.etag,
        last_modified=response.last_modified,
        announced=announced,
        opt_outs=response.opt_outs,
    )


def _polled(poll: _Poll, response: Response) -> Polled:
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
