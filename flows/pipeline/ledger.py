"""How each input of a run ended: the lines of its ledger, and the endings that need no reading."""

from dataclasses import dataclass, field
from datetime import datetime

from flows.inputs.inputs import Arrival, Polled, Refusal, Unchanged
from flows.pipeline.lake_index import Documents, KnownDocument
from transforms.records.raw_document import Raw
from transforms.records.reasons import Outcome, Reason
from transforms.text.urls import forgotten_uri


@dataclass(frozen=True, slots=True)
class Settled:
    """An input and how it ended: a line of the ledger before it is committed.

    `position` is its number in the run, from 1; 0 as long as it has none.
    """

    uri: str
    source: str
    outcome: Outcome
    reason: Reason | None = None
    detail: str | None = None
    document_id: str | None = None
    captured_at: datetime | None = None
    position: int = 0


def ended(raw: Raw, outcome: Outcome, reason: Reason | None = None, detail: str | None = None) -> Settled:
    """Return how the input ended that brought a document."""
    return Settled(raw.uri, raw.source, outcome, reason, detail, raw.document_id, raw.captured_at)


def forgotten(raw: Raw) -> Settled:
    """Return the ending of an input that was forgotten: without its address, which may tell what it was."""
    return Settled(forgotten_uri(raw.uri), raw.source, Outcome.REJECTED, Reason.FORGOTTEN, captured_at=raw.captured_at)


@dataclass(slots=True)
class Seen:
    """What the inputs of a run brought to be read, as long as the lake does not know it."""

    first_uris: dict[str, str] = field(default_factory=dict)
    """The input that brought a document first, by the document."""
    latest: dict[tuple[str, datetime | None], str] = field(default_factory=dict)
    """The document of an address, as it is or as it was captured at a time."""

    def add(self, raw: Raw) -> None:
        """Take note of a document that will be read."""
        self.first_uris.setdefault(raw.document_id, raw.uri)
        self.latest[raw.uri, raw.captured_at] = raw.document_id

    def drop(self, documents: Documents) -> None:
        """Drop inputs, each with its document, that the lake knows by now: a run may have millions."""
        for key, document_id in documents.items():
            self.first_uris.pop(document_id, None)
            if self.latest.get(key) == document_id:
                del self.latest[key]


def settle(arrival: Arrival, document: KnownDocument | None, seen: Seen) -> Settled | None:
    """Return the ending of an arrival that needs no reading; None for a document that is new, and for a poll.

    `document` is what the lake knows of it, None for what is none.
    """
    if isinstance(arrival, Polled):
        return None
    if isinstance(arrival, Unchanged | Refusal):
        outcome = Outcome.UNCHANGED if isinstance(arrival, Unchanged) else Outcome.REJECTED
        return Settled(arrival.uri, arrival.source, outcome, arrival.reason, arrival.detail)
    if document and document.is_forgotten:
        return forgotten(arrival)
    latest = seen.latest.get((arrival.uri, arrival.captured_at))
    if latest == arrival.document_id or (latest is None and document and document.is_unchanged):
        return ended(arrival, Outcome.UNCHANGED, Reason.SAME_CONTENT)
    first = (document.first_uri if document else None) or seen.first_uris.get(arrival.document_id)
    if first and first != arrival.uri:
        return ended(arrival, Outcome.DUPLICATE, Reason.SAME_DOCUMENT, f"the same content as {first}")
    return None
