"""Crawl sources on the web beside the run that reads them: hand on what they bring as it comes."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Thread

from flows.inputs.inputs import Arrival
from flows.inputs.options import Options
from flows.web.client import Client
from flows.web.known_pages import KnownPages
from flows.web.poll import Poller
from flows.web.settings import settings_for
from transforms.text.urls import is_web_address

WAITING = 64  # arrivals that wait to be read: bounds memory when fetching is faster than reading

ROBOTS = "robots"
"""The folder of the lake that keeps the robots.txt of each host for its lifetime."""


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

    async with Client(settings, robots_folder=Path(options.lake) / ROBOTS) as client:
        poller = Poller(client, known, put, options, settings.concurrency)
        sources = list(dict.fromkeys(filter(is_web_address, options.sources)))
        if options.limit is None:
            await asyncio.gather(*map(poller.source, sources))
        for source in sources if options.limit is not None else ():
            await poller.source(source)  # one after the other: what a source brings says what is left for the next
