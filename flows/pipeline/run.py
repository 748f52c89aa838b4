"""The steps of an ingestion, from sources to the committed lake, whatever executor runs the batches."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic

from flows.files.paths import find_paths, in_unicode
from flows.files.reader import read_file
from flows.inputs.inputs import Arrival, Polled
from flows.inputs.options import Options
from flows.pipeline.batches import gather
from flows.pipeline.commit import Writer
from flows.pipeline.commit_size import in_few_commits
from flows.pipeline.executor_choice import Executor
from flows.pipeline.executors import Execute, get_ready
from flows.pipeline.lake_index import Known
from flows.pipeline.ledger import Settled
from flows.pipeline.run_log import recorded
from flows.pipeline.stories import place_in_stories
from sql.lake import Lake, open_lake
from sql.making import is_new
from sql.scripts import statement
from sql.sharing.shared import lake_folder
from sql.threads import one_thread
from transforms.records.extraction import together
from transforms.records.reasons import Outcome
from transforms.text.urls import is_web_address

OnProgress = Callable[[Sequence[Settled]], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended.

    `ledger` has a line for each outcome and reason, with its number of inputs; `unread` one for each source that could
    not be read itself, such as a feed that was not found: its address, the reason and the detail; `failures` one for
    each step that failed, with the number of documents that it failed on.
    """

    run_id: str
    lake: str
    seconds: float
    ledger: tuple[tuple[str, str | None, int], ...]
    unread: tuple[tuple[str, str, str | None], ...] = ()
    failures: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        """Say how many inputs ended how, in one line."""
        counts = [f"{self.count(outcome):,} {outcome}" for outcome in Outcome]
        reasons = [f"{reason} {inputs:,}" for outcome, reason, inputs in self.ledger if outcome == Outcome.REJECTED]
        return ", ".join(counts) + (f" ({', '.join(reasons)})" if reasons else "") + f" in {self.seconds:.1f} s"

    def errors(self) -> list[str]:
        """Say of each source that could not be read which it is and why."""
        return [f"{uri}: {detail or reason}" for uri, reason, detail in self.unread]

    def count(self, outcome: str) -> int:
        """Return the number of inputs that ended as `outcome`."""
        return sum(inputs for ended, _, inputs in self.ledger if ended == outcome)


def run(options: Options, execute: Execute, on_progress: OnProgress | None = None) -> Summary:
    """Ingest the sources of `options` into its lake, with `execute` to extract.

    `on_progress` is called after each commit with how its inputs ended. Raises UsageError for a source that names
    nothing, before anything is done, and LakeError when the lake cannot be opened.
    """
    start = monotonic()
    folder, files = lake_folder(options.lake, options.data), _files(options)
    if options.executor == Executor.LOCAL and is_new(folder):
        get_ready(options.model)  # as long as the lake is made: nothing is known there, and there will be work
    with (
        open_lake(folder) as lake,
        recorded(lake, "ingest") as record,
        closing(_arrivals(lake, files, replace(options, lake=str(folder)))) as arrivals,
    ):
        one_thread(lake.connection)  # the other cores are for the workers
        writer = Writer(lake, Known(lake), record.run_id)
        for batch, extracted in in_few_commits(execute(gather(arrivals, writer.known, writer.seen))):
            settled = writer.commit(batch, extracted)
            record.model = together((record.model, extracted.model))
            if on_progress:
                on_progress(settled)
        place_in_stories(lake)
        lake.write_out()
        named = [in_unicode(source) for source in options.sources]
        with lake.one_snapshot():
            ledger = lake.connection.execute(statement("run_ledger"), {"run_id": record.run_id}).fetchall()
            unread = lake.connection.execute(statement("unread_sources"), [record.run_id, named]).fetchall()
            failures = lake.connection.execute(statement("run_failures"), {"run_id": record.run_id}).fetchall()
        record.status = "failed" if unread else record.status
    return Summary(record.run_id, options.lake, monotonic() - start, tuple(ledger), tuple(unread), tuple(failures))


def _files(options: Options) -> Iterator[Arrival]:
    found = [
        (options.name or in_unicode(source), find_paths(source))
        for source in options.sources
        if not is_web_address(source)
    ]
    return (arrival for name, paths in found for path in paths for arrival in read_file(path, name))


def _arrivals(lake: Lake, files: Iterator[Arrival], options: Options) -> Generator[Arrival, None, None]:
    """Yield what the sources bring: at most `limit` inputs in all, those of the files first."""
    taken = 0
    for arrival in islice(files, options.limit):
        taken += 1
        yield arrival
    left = None if options.limit is None else options.limit - taken
    if left != 0 and any(map(is_web_address, options.sources)):
        from flows.web.crawl import crawl
        from flows.web.known_pages import known_pages

        with lake.one_snapshot():
            known = known_pages(lake.connection)
        pages = crawl(replace(options, limit=left), known)
        yield from _limited(pages, left)


def _limited(arrivals: Iterable[Arrival], limit: int | None) -> Iterator[Arrival]:
    """Yield the first `limit` inputs of `arrivals`; polls are none."""
    inputs = 0
    for arrival in arrivals:
        inputs += not isinstance(arrival, Polled)
        if limit is not None and inputs > limit:
            return
        yield arrival
