"""What one run ingests, and how: the options of `newslake ingest` and the parameters of the flow."""

from dataclasses import dataclass, replace

from flows.inputs.source import Source

TIME_LIMIT = 60.0
"""Seconds that a document may take: the longest articles take ten, on a busy machine."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run can be told.

    `name` is what the ledger calls the source, None for the SOURCE itself; `kind` what must stand at an address, None
    for whatever does; `workers` the processes that extract; `model` a spaCy model, None for the best installed;
    `limit` the most inputs of the run, from all its sources together; `delay` the seconds between two requests to a
    host, None for the client's own; `allow_private` lets addresses lead into private networks; `contact` is sent in the
    User-Agent; `when_due` leaves feeds that rarely change for later; `time_limit` is the seconds a document may take;
    `executor` runs the batches, `local` or `dask`; `scheduler` is the address of a Dask cluster, None for one of this
    machine; `data` is where the files of a new lake in PostgreSQL are to be, None for one that is there or a folder.
    """

    sources: list[str]
    lake: str = "data/lake"
    name: str | None = None
    kind: str | None = None
    workers: int = 1
    model: str | None = None
    limit: int | None = None
    delay: float | None = None
    allow_private: bool = False
    contact: str | None = None
    when_due: bool = False
    time_limit: float = TIME_LIMIT
    data: str | None = None
    executor: str = "local"
    scheduler: str | None = None


def options_for(source: Source, given: Options) -> Options:
    """Return the options of a run of `source`: its own, and those `given` for all."""
    return replace(
        given,
        sources=[source.address],
        name=source.name,
        kind=source.kind.value,
        limit=source.limit,
        delay=source.delay,
        allow_private=source.allow_private,
    )
