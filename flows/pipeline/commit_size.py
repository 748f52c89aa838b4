"""Put batches that are done together, so that a commit, which writes a file for each table, has many articles."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic

from flows.pipeline.batches import Batch
from flows.pipeline.row_batch import RowBatch, joined

COMMIT_DOCUMENTS = 256
"""Documents of a commit: some megabytes of rows, which are held in memory until then."""

COMMIT_BYTES = 16 * 1024 * 1024
"""Bytes of the documents of a commit, for the same reason: those of four full batches."""

COMMIT_SECONDS = 10.0
"""How long what is done may wait for its commit: what a process that is killed has to do again."""

Done = tuple[Batch, RowBatch]


def in_few_commits(batches: Iterable[Done], clock: Callable[[], float] = monotonic) -> Iterator[Done]:
    """Yield batches with their results, those that are done within some seconds as one; all of them, in their order.

    When the next one raises an exception, what is done is yielded before that goes on.
    """
    waiting: list[Done] = []
    since = clock()
    try:
        for done in batches:
            waiting.append(done)
            if _is_enough(batch for batch, _ in waiting) or clock() - since >= COMMIT_SECONDS:
                yield _joined(waiting)
                waiting, since = [], clock()
    except Exception:
        if waiting:
            yield _joined(waiting)
        raise
    if waiting:
        yield _joined(waiting)


def _is_enough(batches: Iterable[Batch]) -> bool:
    raws = [raw for batch in batches for raw in batch.raws]
    return len(raws) >= COMMIT_DOCUMENTS or sum(len(raw.content) for raw in raws) >= COMMIT_BYTES


def _joined(done: Sequence[Done]) -> Done:
    whole = Batch()
    for batch, _ in done:
        whole.raws += batch.raws
        whole.positions += batch.positions
        whole.settled += batch.settled
        whole.polls += batch.polls
    return whole, joined([extracted for _, extracted in done])
