"""Crawl sources on the web: poll what announces articles, fetch those that are new, and hand them on as they come."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from queue import Queue
from threading import Thread

from flows.arrivals import Arrival, Polled, Refusal, Unchanged, document_id
from flows.web.client import Client
from flows.web.exchange import Failure, Request, Response
from flows.web.feeds import FeedError, is_feed, parse_feed
from flows.web.known_pages import KnownPages, Validators
from flows.web.references import Reference
from flows.web.settings import Settings
from flows.web.sitemaps import is_sitemap, parse_sitemap
from transforms.raw import Announcement, Raw
from transforms.reasons import Reason

WAITING = 64  # arrivals that wait to be read: bounds memory when fetching is faster than reading
DEEPEST = 3  # sitemaps within sitemaps: the protocol knows an index of sitemaps, and no index of those

Put = Callable[[Arrival], Awaitable[None]]


def crawl(urls: Sequence[str], known: KnownPages, settings: Settings) -> Iterator[Arrival]:
    """Yield what the addresses in `urls` bring, each a page, feed, sitemap or list of pages, as it comes.

    A page that the lake holds is not asked for unless what announces it says that it has changed since; a poll asks
    only for what has changed. What became of a poll follows after everything that it announced.
    """
    queue: Queue[Arrival | BaseException | None] = Queue(WAITING)
    loop = asyncio.new_event_loop()
    task = loop.create_task(_crawl(urls, known, settings, queue))
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


async def _crawl(
    urls: Sequence[str], known: KnownPages, settings: Settings, queue: "Queue[Arrival | BaseException | None]"
) -> None:
    async def put(arrival: Arrival) -> None:
        await asyncio.to_thread(queue.put, arrival)

    async with Client(settings) as client:
        crawler = _Crawler(client, known, put, settings.concurrency)
        await asyncio.gather(*map(crawler.source, dict.fromkeys(urls)))


class _Crawler:
    """What the tasks of one crawl share: the client, what is known, and where arrivals go."""

    def __init__(self, client: Client, known: KnownPages, put: Put, workers: int) -> None:
        self._client = client
        self._known = known
        self._put = put
        self._workers = workers

    async def source(self, url: str) -> None:
        """Bring what one address of the command line holds."""
        validators = self._known.polls.get(url) or self._known.page(url)
        answer = await self._client.fetch(_request(url, validators))
        if isinstance(answer, Failure):
            await self._put(Refusal(url, url, answer.reason, answer.detail))
        elif answer.not_modified:
            await self._put(Unchanged(url, url, Reason.NOT_MODIFIED))
            if url in self._known.polls:
                await self._put(_polled(url, answer, announced=0, complete=True))
        else:
            references, complete = await self._references(answer, url, DEEPEST)
            if references is None:
                await self._put(_raw(answer, url, None))
                return
            complete &= await self._pages(references, url)
            await self._put(_polled(url, answer, announced=len(references), complete=complete))

    async def _references(self, answer: Response, source: str, depth: int) -> tuple[list[Reference] | None, bool]:
        """Return what a feed or sitemap announces, None for a page; and whether all of it could be read."""
        if is_feed(answer.content, answer.content_type):
            return await self._of_feed(answer, source), True
        if not is_sitemap(answer.content, answer.content_type):
            return None, True
        sitemap = await asyncio.to_thread(parse_sitemap, answer.content, answer.final_url)
        references, complete = list(sitemap.references), True
        for child, _ in sitemap.children if depth else ():
            inner = await self._client.fetch(Request(url=child))
            if isinstance(inner, Failure):
                await self._put(Refusal(child, source, inner.reason, inner.detail))
                complete &= not inner.passing
                continue
            found, all_read = await self._references(inner, source, depth - 1)
            references += found or []
            complete &= all_read
        return references, complete

    async def _of_feed(self, answer: Response, source: str) -> list[Reference]:
        try:  # in a thread, for a large feed takes seconds
            feed = await asyncio.to_thread(parse_feed, answer.content, answer.final_url, answer.content_type)
            return list(feed.references)
        except FeedError as error:
            await self._put(Refusal(answer.url, source, Reason.MALFORMED, str(error)))
            return []

    async def _pages(self, references: Sequence[Reference], source: str) -> bool:
        """Bring the pages that are announced; return whether each of them ended for good."""
        waiting = iter(references)

        async def work() -> bool:
            return all([await self._page(reference, source) for reference in waiting])

        workers = min(self._workers, len(references))
        return all(await asyncio.gather(*(work() for _ in range(workers))))

    async def _page(self, reference: Reference, source: str) -> bool:
        """Bring one page that is announced; return whether it ended for good, and need not be asked for again."""
        known = self._known.page(reference.url)
        if known and not _has_changed(reference, known):
            await self._put(Unchanged(reference.url, source, Reason.KNOWN_ADDRESS))
            return True
        answer = await self._client.fetch(_request(reference.url, known))
        if isinstance(answer, Failure):
            await self._put(Refusal(reference.url, source, answer.reason, answer.detail))
            return not answer.passing
        if answer.not_modified:
            await self._put(Unchanged(reference.url, source, Reason.NOT_MODIFIED))
        else:
            await self._put(_raw(answer, source, reference))
        return True


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


def _polled(url: str, response: Response, *, announced: int, complete: bool) -> Polled:
    return Polled(
        uri=url,
        source=url,
        polled_at=response.fetched_at,
        http_status=response.status,
        etag=response.etag,
        last_modified=response.last_modified,
        announced=announced,
        complete=complete,
    )
