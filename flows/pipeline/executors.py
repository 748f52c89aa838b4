"""Run batches in this process or in a pool of processes, and hand their results back in order."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Protocol, TypeVar

from flows.pipeline.batches import Batch
from flows.pipeline.memory import memory_for
from flows.pipeline.row_batch import RowBatch, as_rows, joined, row_schemas
from flows.pipeline.worker import MODELS, Deadlines, Task, Work, extract, start_worker, work_on
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw, raw_document
from transforms.records.reasons import Reason
from transforms.text.recurring_lines import RecurringLines

T_co = TypeVar("T_co", covariant=True)


class Pending(Protocol[T_co]):
    """A result that is under way: a future of concurrent.futures, or of Prefect."""

    def result(self) -> T_co:
        """Wait for the result."""
        ...


Submit = Callable[[Batch], Pending[RowBatch]]
Execute = Callable[[Iterator[Batch]], Iterator[tuple[Batch, RowBatch]]]
"""Turns batches into batches with their results, in the same order."""

AGAIN_AFTER = (0.0, 0.0, 0.1, 0.4, 1.5)
"""Seconds: a fork server that was killed refuses connections for a moment before the system says that it is gone."""

PIECE = 8
"""Documents that a process is given at once: the last of a run ends a second or so after the others at most."""

FORK_SERVER = "forkserver"
"""The start method that forks each worker from one process, which has no threads."""

FOREVER = 10 * 365 * 24 * 3600.0
"""Seconds, for those who set no limit."""


def in_order(submit: Submit, batches: Iterable[Batch], width: Callable[[], int]) -> Iterator[tuple[Batch, RowBatch]]:
    """Yield each batch with its result, in order, while up to `width` batches are under way: no more are read."""
    under_way: deque[tuple[Batch, Pending[RowBatch]]] = deque()
    for batch in batches:
        under_way.append((batch, submit(batch)))
        while len(under_way) >= width():
            first, pending = under_way.popleft()
            yield first, pending.result()
    for batch, pending in under_way:
        yield batch, pending.result()


def local(
    workers: int,
    model: str | None,
    track: Callable[[Submit], Submit] = lambda submit: submit,
    time_limit: float | None = None,
) -> Execute:
    """Return an executor that uses up to `workers` processes.

    With `time_limit`, in seconds, each document is worked on apart from this process and rejected when it takes longer;
    without, one worker or one batch takes no other process. `track` wraps the function that sends a batch on its way,
    to note what becomes of it.
    """

    def execute(batches: Iterator[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        first = list(islice(batches, 2))
        batches = chain(first, batches)
        if time_limit is None and (workers == 1 or len(first) < 2):
            yield from in_order(track(partial(_Here, model)), batches, lambda: 1)
            return
        with process_pool(workers, model, time_limit=time_limit) as submit:
            # Two batches a worker keep it busy while results are committed.
            yield from in_order(track(submit), batches, lambda: 2 * workers)

    return execute


def get_ready(model: str | None) -> None:
    """Begin to make ready what `local` works with, as it does itself when the first batch comes."""
    if _context(model).get_start_method() == FORK_SERVER:
        forkserver.ensure_running()


def _context(model: str | None) -> BaseContext:
    """Return what starts the workers: a fork server that has loaded what they need, where the system can."""
    # One thread a process: the workers share the cores. To be set before NumPy is imported there.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if FORK_SERVER not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    os.environ[MODELS] = model or ""
    context = multiprocessing.get_context(FORK_SERVER)
    context.set_forkserver_preload(["flows.pipeline.preloaded"])
    return context


@dataclass(frozen=True, slots=True)
class _Here:
    """A batch that is extracted in this process, when its result is asked for."""

    model: str | None
    batch: Batch

    def result(self) -> RowBatch:
        return as_rows(extract(self.batch.raws, self.batch.recurring, self.model), row_schemas())


@contextmanager
def process_pool(
    workers: int, model: str | None, work: Work = extract, time_limit: float | None = None
) -> Iterator[Submit]:
    """Give a function that extracts batches, with `work`, in `workers` processes; they end with the context.

    A document that takes longer than `time_limit` seconds is rejected.
    """
    with TemporaryDirectory(prefix="newslake-") as folder:
        pool = _Pool(workers, model, work, Deadlines(time_limit or FOREVER, Path(folder)))
        try:
            yield pool.submit
        finally:
            pool.close()


class _Pool:
    """A process pool that survives the death of its workers: the document that kills them is rejected, no other."""

    def __init__(self, workers: int, model: str | None, work: Work, deadlines: Deadlines) -> None:
        self._workers = workers
        self._model = model
        self._work = partial(work_on, Task(work, deadlines, row_schemas()))
        self._deadlines = deadlines
        self._executor: ProcessPoolExecutor | None = None

    def _start(self) -> ProcessPoolExecutor:
        memory = (memory_for(self._workers),)
        return ProcessPoolExecutor(self._workers, _context(self._model), start_worker, memory)

    def close(self) -> None:
        if self._executor:
            self._executor.shutdown(cancel_futures=True)

    def submit(self, batch: Batch) -> Pending[RowBatch]:
        if not batch.raws:
            return _Nothing()
        pieces = [batch.raws[start : start + PIECE] for start in range(0, len(batch.raws), PIECE)]
        return _InPool(self, batch.recurring, [(raws, self._send(raws, batch.recurring)) for raws in pieces])

    def again(self, raws: Sequence[Raw], recurring: RecurringLines) -> RowBatch:
        """Extract documents whose process ended: without what took too long, and if that ends it too, each alone."""
        slow: dict[str, Rejection] = {}
        while found := self._slow(raw for raw in raws if raw.document_id not in slow):
            slow |= found
            left = [raw for raw in raws if raw.document_id not in slow]
            if extracted := self._try(left, recurring):
                return _filled(raws, slow, extracted)
        left = [raw for raw in raws if raw.document_id not in slow]
        extracted = (None if slow else self._try(left, recurring)) or self._each(left, recurring)
        return _filled(raws, slow, extracted)

    def _each(self, raws: Sequence[Raw], recurring: RecurringLines) -> RowBatch:
        return joined([self._try([raw], recurring) or self._lost(raw) for raw in raws])

    def _lost(self, raw: Raw) -> RowBatch:
        return RowBatch(results=(self._slow([raw]).get(raw.document_id) or died(raw),), model=None)

    def _slow(self, raws: Iterable[Raw]) -> dict[str, Rejection]:
        """Return the rejections of those of `raws` whose time was over, by document."""
        places = {raw: self._deadlines.met_by(raw) for raw in raws}
        seconds = self._deadlines.seconds
        return {raw.document_id: _too_slow(raw, seconds, at) for raw, at in places.items() if at is not None}

    def _try(self, raws: Sequence[Raw], recurring: RecurringLines) -> RowBatch | None:
        """Extract documents; None when the process ends over it."""
        try:
            return self._send(raws, recurring).result()
        except BrokenExecutor:
            return None

    def _send(self, raws: Sequence[Raw], recurring: RecurringLines) -> Future[RowBatch]:
        """Send documents to a worker, in a new pool when the last one broke or gives no more processes.

        Raises ChildProcessError when no new one does.
        """
        for seconds in AGAIN_AFTER:
            sleep(seconds)
            try:
                self._executor = self._executor or self._start()
                return self._executor.submit(self._work, raws, recurring, self._model)
            except (BrokenExecutor, OSError, EOFError):
                self._executor = None  # what others wait for in it comes, or breaks as well
        raise ChildProcessError("the processes that extract end as they start; perhaps the machine has no memory left")


def _filled(raws: Sequence[Raw], slow: Mapping[str, Rejection], extracted: RowBatch) -> RowBatch:
    """Return the results for all of `raws`: those of `slow`, and for the others those that were extracted."""
    others = iter(extracted.results)
    return replace(extracted, results=tuple(slow.get(raw.document_id) or next(others) for raw in raws))


def died(raw: Raw) -> Rejection:
    """Return the rejection of a document whose process was lost over it, twice."""
    detail = "the process that read it died, twice; perhaps it ran out of memory"
    return Rejection(reason=Reason.FAILED, detail=detail, document=raw_document(raw))


def _too_slow(raw: Raw, seconds: float, at: str) -> Rejection:
    detail = f"it took longer than {seconds:g} seconds{at and f', in {at}'}; --time-limit allows more"
    return Rejection(reason=Reason.TOO_SLOW, detail=detail, document=raw_document(raw))


class _Nothing:
    """A batch without documents: only lines of the ledger."""

    def result(self) -> RowBatch:
        return RowBatch(results=(), model=None)


@dataclass(frozen=True, slots=True)
class _InPool:
    """A batch under way in the pool, piece by piece."""

    pool: _Pool
    recurring: RecurringLines
    pieces: Sequence[tuple[Sequence[Raw], Future[RowBatch]]]

    def result(self) -> RowBatch:
        return joined([self._extracted(raws, future) for raws, future in self.pieces])

    def _extracted(self, raws: Sequence[Raw], future: Future[RowBatch]) -> RowBatch:
        try:
            return future.result()
        except BrokenExecutor:
            return self.pool.again(raws, self.recurring)
