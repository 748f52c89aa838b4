"""Gather arrivals to batches: what is to be read together, and how the inputs around it ended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from flows.inputs.inputs import Arrival, Polled
from flows.pipeline.lake_index import Known, KnownDocument
from flows.pipeline.ledger import Seen, Settled, settle
from transforms.records.raw_document import Raw
from transforms.text.recurring_lines import RecurringLines

BATCH_DOCUMENTS = 64  # tens of articles: a Prefect task run costs 200 ms with its server, an article 100-300 ms
BATCH_BYTES = 4 * 1024 * 1024  # bounds what is held in memory when documents are large
BATCH_SETTLED = 1024  # ledger lines that are committed together when there is nothing to read


@dataclass(slots=True)
class Batch:
    """Documents to be read together, and the inputs around them that need no reading: committed in one transaction.

    `positions` are the numbers of the documents' inputs in the run.
    """

    recurring: RecurringLines = field(default_factory=dict)
    raws: list[Raw] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)
    polls: list[Polled] = field(default_factory=list)

    def is_full(self) -> bool:
        """Whether the batch should go on its way."""
        size = sum(len(raw.content) for raw in self.raws)
        return len(self.raws) >= BATCH_DOCUMENTS or size >= BATCH_BYTES or len(self.settled) >= BATCH_SETTLED


def gather(arrivals: Iterable[Arrival], known: Known, seen: Seen) -> Iterator[Batch]:
    """Yield batches of what is new of `arrivals`, in their order, and of how the others ended; inputs are numbered.

    What is under way is noted in `seen`; whoever commits it drops it there.
    """
    batch, position = Batch(), 0
    for arrival, document in _looked_up(arrivals, known):
        if isinstance(arrival, Polled):
            batch.polls.append(arrival)
            continue
        position += 1
        if settled := settle(arrival, document, seen):
            batch.settled.append(replace(settled, position=position))
        elif isinstance(arrival, Raw):
            seen.add(arrival)
            batch.raws.append(arrival)
            batch.positions.append(position)
        if batch.is_full():
            yield batch
            batch = Batch()
    if batch.raws or batch.settled or batch.polls:
        yield batch


def _looked_up(arrivals: Iterable[Arrival], known: Known) -> Iterator[tuple[Arrival, KnownDocument | None]]:
    """Yield each arrival with what is known of it, asking the lake for several at a time.

    A question of a large lake costs 20 ms whatever it is about: while nothing is new, the next asks for twice as many.
    """
    source, most = iter(arrivals), BATCH_DOCUMENTS
    while chunk := _chunk(source, most):
        answers = known.documents([arrival for arrival in chunk if isinstance(arrival, Raw)])
        most = min(2 * most, BATCH_SETTLED) if all(answer.is_unchanged for answer in answers) else BATCH_DOCUMENTS
        remaining = iter(answers)
        for arrival in chunk:
            yield arrival, next(remaining) if isinstance(arrival, Raw) else None


def _chunk(arrivals: Iterator[Arrival], most: int) -> list[Arrival]:
    """Return the next arrivals: at most so many, and no more documents than a batch holds bytes of."""
    chunk: list[Arrival] = []
    size = 0
    for arrival in arrivals:
        chunk.append(arrival)
        size += len(arrival.content) if isinstance(arrival, Raw) else 0
        if len(chunk) >= most or size >= BATCH_BYTES:
            break
    return chunk
