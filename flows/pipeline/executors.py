"""Run batches in this process or in a pool of processes, and hand their results back in order."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Protocol, TypeVar

from flows.pipeline.batches import Batch
from flows.pipeline.child_processes import end_with_parent
from transforms.extract import Extracted, extract_batch
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason
from transforms.text.recurring_lines import RecurringLines

T_co = TypeVar("T_co", covariant=True)


class Pending(Protocol[T_co]):
    """A result that is under way: a future of concurrent.futures, or of Prefect."""

    def result(self) -> T_co:
        """Wait for the result."""
        ...


Submit = Callable[[Batch], Pending[Extracted]]
Work = Callable[[Sequence[Raw], RecurringLines, str | None], Extracted]
Execute = Callable[[Iterator[Batch]], Iterator[tuple[Batch, Extracted]]]
"""Turns batches into batches with their results, in the same order."""


def in_order(submit: Submit, batches: Iterable[Batch], width: int) -> Iterator[tuple[Batch, Extracted]]:
    """Yield each batch with its result, in order, while up to `width` batches are under way."""
    under_way: deque[tuple[Batch, Pending[Extracted]]] = deque()
    for batch in batches:
        under_way.append((batch, submit(batch)))
        while len(under_way) >= width:
            first, pending = under_way.popleft()
            yield first, pending.result()
    for batch, pending in under_way:
        yield batch, pending.result()


def local(workers: int, model: str | None, track: Callable[[Submit], Submit] = lambda submit: submit) -> Execute:
    """Return an executor that uses up to `workers` processes: this one alone when one batch is all there is.

    `track` wraps the function that sends a batch on its way, to note what becomes of it.
    """

    def execute(batches: Iterator[Batch]) -> Iterator[tuple[Batch, Extracted]]:
        first = list(islice(batches, 2))
        batches = chain(first, batches)
        if workers == 1 or len(first) < 2:
            yield from in_order(track(partial(_Here, model)), batches, 1)
            return
        with process_pool(workers, model) as submit:
            # Two batches a worker keep it busy while results are committed.
            yield from in_order(track(submit), batches, 2 * workers)

    return execute


@dataclass(frozen=True, slots=True)
class _Here:
    """A batch that is extracted in this process, when its result is asked for."""

    model: str | None
    batch: Batch

    def result(self) -> Extracted:
        return extract_batch(self.batch.raws, self.batch.recurring, self.model)


@contextmanager
def process_pool(workers: int, model: str | None, work: Work = extract_batch) -> Iterator[Submit]:
    """Give a function that extracts batches, with `work`, in `workers` processes; they end with the context."""
    pool = _Pool(workers, model, work)
    try:
        yield pool.submit
    finally:
        pool.close()


class _Pool:
    """A process pool that survives the death of its workers: the document that kills them is rejected, no other."""

    def __init__(self, workers: int, model: str | None, work: Work) -> None:
        self._workers = workers
        self._model = model
        self._work = work
        self._executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # One thread a process: the workers share the cores. To be set before NumPy is imported there.
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        start = partial(ProcessPoolExecutor, self._workers, initializer=end_with_parent)
        if "forkserver" not in multiprocessing.get_all_start_methods():
            return start(mp_context=multiprocessing.get_context("spawn"))
        # The fork server imports the heavy libraries once, and the workers share its memory.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["spacy", "trafilatura", "transforms.extract"])
        return start(mp_context=context)

    def close(self) -> None:
        self._executor.shutdown(cancel_futures=True)

    def submit(self, batch: Batch) -> Pending[Extracted]:
        try:
            return _InPool(self, batch, self._executor.submit(self._work, batch.raws, batch.recurring, self._model))
        except BrokenExecutor:
            self._executor = self._start()
            return self.submit(batch)

    def again(self, batch: Batch) -> Extracted:
        """Extract a batch whose process died: whole, and if that kills it again, each document alone."""
        whole = self._try(batch.raws, batch.recurring)
        if whole:
            return whole
        parts = [self._try([raw], batch.recurring) for raw in batch.raws]
        results = [part.results[0] if part else _DIED for part in parts]
        return Extracted(
            results=tuple(results), model=next((part.model for part in parts if part and part.model), None)
        )

    def _try(self, raws: Sequence[Raw], recurring: RecurringLines) -> Extracted | None:
        """Extract documents; None when the process dies of it."""
        executor = self._executor
        try:
            return executor.submit(self._work, raws, recurring, self._model).result()
        except BrokenExecutor:
            self._executor = self._start()
            return None


_DIED = Rejection(reason=Reason.FAILED, detail="the process that read it died, twice; perhaps it ran out of memory")


@dataclass(frozen=True, slots=True)
class _InPool:
    """A batch under way in the pool."""

    pool: _Pool
    batch: Batch
    future: Future[Extracted]

    def result(self) -> Extracted:
        try:
            return self.future.result()
        except BrokenExecutor:
            return self.pool.again(self.batch)
