"""Gather arrivals to batches, and settle those that need no reading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from flows.inputs.inputs import Arrival, Polled, Refusal, Unchanged
from flows.pipeline.lake_index import Known, KnownDocument
from transforms.records.raw_document import Raw
from transforms.records.reasons import Outcome, Reason
from transforms.text.recurring_lines import RecurringLines

BATCH_DOCUMENTS = 32  # tens of articles: a Prefect task run costs 50-100 ms, an article 100-300 ms
BATCH_BYTES = 4 * 1024 * 1024  # bounds what is held in memory when documents are large
BATCH_SETTLED = 1024  # ledger lines that are committed together when there is nothing to read


@dataclass(frozen=True, slots=True)
class Settled:
    """An input and how it ended: a line of the ledger before it is committed."""

    uri: str
    source: str
    outcome: Outcome
    reason: Reason | None = None
    detail: str | None = None
    document_id: str | None = None


@dataclass(slots=True)
class Batch:
    """Documents to be read together, and the inputs around them that need no reading: committed in one transaction."""

    recurring: RecurringLines = field(default_factory=dict)
    raws: list[Raw] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)
    polls: list[Polled] = field(default_factory=list)

    def is_full(self) -> bool:
        """Whether the batch should go on its way."""
        size = sum(len(raw.content) for raw in self.raws)
        return len(self.raws) >= BATCH_DOCUMENTS or size >= BATCH_BYTES or len(self.settled) >= BATCH_SETTLED


def gather(arrivals: Iterable[Arrival], known: Known) -> Iterator[Batch]:
    """Yield batches of what is new of `arrivals`, in their order, each URI once."""
    batch = Batch()
    recurring: RecurringLines | None = None
    first_uris: dict[str, str] = {}  # document_id to the input that brought it in this run
    for arrival, document in _looked_up(_once(arrivals), known):
        settled = settle(arrival, document, first_uris)
        if isinstance(arrival, Polled):
            batch.polls.append(arrival)
        elif settled:
            batch.settled.append(settled)
        elif isinstance(arrival, Raw):
            recurring = known.recurring_lines() if recurring is None else recurring
            batch.recurring = recurring
            first_uris[arrival.document_id] = arrival.uri
            batch.raws.append(arrival)
        if batch.is_full():
            yield batch
            batch = Batch()
    if batch.raws or batch.settled or batch.polls:
        yield batch


def _once(arrivals: Iterable[Arrival]) -> Iterator[Arrival]:
    seen: set[str] = set()
    for arrival in arrivals:
        if isinstance(arrival, Polled):
            yield arrival
        elif arrival.uri not in seen:
            seen.add(arrival.uri)
            yield arrival


def _looked_up(arrivals: Iterable[Arrival], known: Known) -> Iterator[tuple[Arrival, KnownDocument | None]]:
    """Yield each arrival with what is known of it, asking the lake for several at a time."""
    source = iter(arrivals)
    while chunk := list(islice(source, BATCH_DOCUMENTS)):
        raws = [arrival for arrival in chunk if isinstance(arrival, Raw)]
        answers = iter(known.documents(raws))
        for arrival in chunk:
            yield arrival, next(answers) if isinstance(arrival, Raw) else None


def settle(arrival: Arrival, document: KnownDocument | None, first_uris: dict[str, str]) -> Settled | None:
    """Return the outcome of an arrival that needs no reading; None for a document that is new, and for a poll."""
    if isinstance(arrival, Polled):
        return None
    if isinstance(arrival, Unchanged):
        return Settled(arrival.uri, arrival.source, Outcome.UNCHANGED, arrival.reason, arrival.detail)
    if isinstance(arrival, Refusal):
        return Settled(arrival.uri, arrival.source, Outcome.REJECTED, arrival.reason, arrival.detail)
    if document and document.is_unchanged:
        return Settled(arrival.uri, arrival.source, Outcome.UNCHANGED, Reason.SAME_CONTENT, None, arrival.document_id)
    first = first_uris.get(arrival.document_id) or (document.first_uri if document else None)
    if first and first != arrival.uri:
        detail = f"the same content as {first}"
        return Settled(
            arrival.uri, arrival.source, Outcome.DUPLICATE, Reason.SAME_DOCUMENT, detail, arrival.document_id
        )
    return None
