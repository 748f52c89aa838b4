"""Run batches on a Dask cluster, of this machine or of many, and hand their results back in order."""

import logging
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from importlib.metadata import version
from typing import Any
from uuid import uuid4

import dask
from distributed import Client, KilledWorker, LocalCluster, Worker, WorkerPlugin, get_worker
from distributed.client import FutureCancelledError

from flows.inputs.errors import UsageError
from flows.pipeline.batches import Batch
from flows.pipeline.executors import FOREVER, Execute, Submit, died, in_order, process_pool
from flows.pipeline.row_batch import RowBatch, joined
from flows.pipeline.worker import extract

START_SECONDS = 60
"""Seconds that the first worker of a cluster is waited for."""

LOCAL = {
    "distributed.scheduler.allowed-failures": 1,  # a batch is done again once when its worker is lost
}


def on_dask(
    scheduler: str | None,
    workers: int,
    model: str | None,
    track: Callable[[Submit], Submit] = lambda submit: submit,
    time_limit: float | None = None,
) -> Execute:
    """Return an executor that uses the Dask cluster of `scheduler`, its address; None starts `workers` processes here.

    What a worker was at when it is lost is done again by another. `track` and `time_limit` are those of `local`.
    Raises UsageError when the cluster cannot be used.
    """

    def execute(batches: Iterator[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        # A tracked run's log would have each step of the cluster.
        logging.getLogger("distributed").setLevel(logging.ERROR)
        with _client(scheduler, workers) as client, _extractors(client, model, time_limit) as plugin:
            submit = track(partial(_OnDask, client, plugin))
            # Two batches a thread keep it busy; no more are read, wherever they would wait.
            yield from in_order(submit, batches, lambda: 2 * max(1, sum(client.nthreads().values())))

    return execute


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Client]:
    if scheduler is None:
        with (
            dask.config.set(LOCAL),
            LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    with ExitStack() as open_things:
        try:
            client = open_things.enter_context(Client(scheduler, timeout=START_SECONDS))
            client.wait_for_workers(1, timeout=START_SECONDS)
        except (OSError, ValueError) as error:
            words = " ".join(str(error).split())
            raise UsageError(f"the Dask scheduler {scheduler} cannot be used: {words}") from error
        yield client


@contextmanager
def _extractors(client: Client, model: str | None, time_limit: float | None) -> Iterator[str]:
    """Have each worker of the cluster, also those that come later, extract in processes; give the plugin's name."""
    name = f"newslake-{uuid4()}"
    client.register_plugin(Extractors(model, time_limit or FOREVER), name=name)
    try:
        yield name
    finally:
        with suppress(OSError, FutureCancelledError):  # there is no scheduler any more
            client.unregister_worker_plugin(name)


class _OnDask:
    """A batch under way on a cluster."""

    def __init__(self, client: Client, plugin: str, batch: Batch) -> None:
        self._client, self._plugin, self._batch = client, plugin, batch
        self._future = self._send(batch) if batch.raws else None

    def _send(self, batch: Batch) -> Any:  # noqa: ANN401 - a future of Dask
        given = (Batch(raws=batch.raws, recurring=batch.recurring), self._plugin, version("newslake"))
        return self._client.submit(extract_on_worker, *given, pure=False)

    def result(self) -> RowBatch:
        """Wait for the result; of a batch whose workers were lost again and again, each document alone."""
        if self._future is None:
            return RowBatch(results=(), model=None)
        try:
            try:
                return self._done(self._future)
            except KilledWorker:
                alone = [Batch(raws=[raw], recurring=self._batch.recurring) for raw in self._batch.raws]
                return joined(list(map(self._alone, alone)))
        except FutureCancelledError:
            raise UsageError("the Dask cluster has ended; run this again when there is one") from None

    def _alone(self, batch: Batch) -> RowBatch:
        try:
            return self._done(self._send(batch))
        except KilledWorker:
            return RowBatch(results=tuple(map(died, batch.raws)), model=None)

    @staticmethod
    def _done(future: Any) -> RowBatch:  # noqa: ANN401
        extracted: RowBatch = future.result()
        return extracted


class Extractors(WorkerPlugin):
    """The processes beside a Dask worker in which it extracts, as many as it has threads: a plugin of the worker.

    A document that ends such a process does not end the worker, and after the run they are gone.
    """

    def __init__(self, model: str | None, time_limit: float) -> None:
        self._model, self._time_limit = model, time_limit
        self._open: ExitStack | None = None
        self.submit: Submit | None = None

    def setup(self, worker: Worker) -> None:
        """Prepare the processes; the first batch starts them."""
        multiprocessing.current_process().daemon = False  # or it may start none
        self._open = ExitStack()
        pool = process_pool(worker.state.nthreads, self._model, extract, self._time_limit)
        self.submit = self._open.enter_context(pool)

    def teardown(self, worker: Worker) -> None:
        """End the processes."""
        if self._open:
            self._open.close()


def extract_on_worker(batch: Batch, plugin: str, expected: str) -> RowBatch:
    """Extract a batch in the processes of `plugin` of the Dask worker that this is run on.

    Raises UsageError when the worker has another newslake than the one that is `expected`.
    """
    if (here := version("newslake")) != expected:
        raise UsageError(f"a worker of the Dask cluster has newslake {here}, and this is {expected}")
    extractors: Any = get_worker().plugins[plugin]
    extracted: RowBatch = extractors.submit(batch).result()
    return extracted
