"""The steps of an ingestion, from sources to the committed lake, whatever executor runs the batches."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path
from time import monotonic

import duckdb

from flows.arrivals import Arrival
from flows.batches import Settled, gather
from flows.commit import Writer
from flows.executors import Execute
from flows.files import read_file
from flows.known import Known
from flows.paths import find_paths, is_address
from sql.lake import commit, open_lake
from sql.scripts import statement

OnProgress = Callable[[Sequence[Settled]], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended; `ledger` has a line for each outcome and reason, with its number of inputs."""

    run_id: str
    lake: str
    seconds: float
    ledger: tuple[tuple[str, str | None, int], ...]

    def count(self, outcome: str) -> int:
        """Return the number of inputs that ended as `outcome`."""
        return sum(inputs for ended, _, inputs in self.ledger if ended == outcome)


def run(  # noqa: PLR0913 - what a run can be told
    sources: Sequence[str],
    lake: Path,
    execute: Execute,
    *,
    limit: int | None = None,
    allow_private: bool = False,
    on_progress: OnProgress | None = None,
) -> Summary:
    """Ingest `sources` into the lake in folder `lake`, at most `limit` inputs.

    `allow_private` lets addresses lead into private networks. `on_progress` is called after each commit with how its
    inputs ended. Raises UsageError for a source that names nothing, before anything is done, and LakeError when the
    lake cannot be opened.
    """
    start = monotonic()
    urls = [source for source in sources if is_address(source)]
    files = _files([source for source in sources if not is_address(source)])
    with (
        open_lake(lake) as connection,
        recorded(connection, lake, "ingest") as record,
        closing(_pages(connection, urls, allow_private=allow_private)) as pages,
    ):
        writer = Writer(connection, lake, Known(connection), record.run_id)
        arrivals = islice(chain(files, pages), limit)
        for batch, extracted in execute(gather(arrivals, writer.known)):
            settled = writer.commit(batch, extracted.results)
            record.model = extracted.model or record.model
            if on_progress:
                on_progress(settled)
        ledger = connection.execute(statement("run_ledger"), {"run_id": record.run_id}).fetchall()
    return Summary(record.run_id, str(lake), monotonic() - start, tuple(ledger))


@dataclass(slots=True)
class Record:
    """What is noted of a run: its identifier, and the model that it used."""

    run_id: str
    model: str | None = None


@contextmanager
def recorded(connection: duckdb.DuckDBPyConnection, lake: Path, command: str) -> Iterator[Record]:
    """Note in the lake that a run of `command` begins, and how it ends."""
    record = Record(str(connection.execute(statement("new_run_id")).fetchall()[0][0]))
    started = {"run_id": record.run_id, "command": command, "newslake_version": version("newslake")}
    _write(connection, lake, "start_run", started)
    status = "failed"
    try:
        yield record
        status = "completed"
    finally:
        _write(connection, lake, "end_run", {"run_id": record.run_id, "model": record.model, "status": status})


def _files(sources: Sequence[str]) -> Iterator[Arrival]:
    found = [(source, find_paths(source)) for source in sources]
    return (arrival for source, paths in found for path in paths for arrival in read_file(path, source))


def _pages(
    connection: duckdb.DuckDBPyConnection, urls: Sequence[str], *, allow_private: bool
) -> Generator[Arrival, None, None]:
    if urls:
        from flows.web.crawl import crawl
        from flows.web.known_pages import known_pages
        from flows.web.settings import Settings

        yield from crawl(urls, known_pages(connection), Settings(allow_private=allow_private))


def _write(connection: duckdb.DuckDBPyConnection, lake: Path, name: str, parameters: Mapping[str, object]) -> None:
    commit(connection, lake, lambda: connection.execute(statement(name), dict(parameters)))
