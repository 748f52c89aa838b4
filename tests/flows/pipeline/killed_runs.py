"""Runs that are killed in a process of their own, and what of a lake is the same whatever runs made it."""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import duckdb

from flows.inputs.options import Options
from flows.pipeline import batches, commit_size
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql import lake as lakes
from sql import making
from sql.errors import LakeError
from sql.lake import open_lake, read_lake
from sql.scripts import scripts
from sql.tables import tables

AT_ONCE = 3  # documents of a batch, so that a small run has several commits

MOST_BYTES = 60_000  # what the catalogue's log outgrows at the second batch

OF_A_RUN = {"run_id", "seen_at", "fetched_at", "at", "polled_at"}
"""Columns that say when and by which run a row came."""

TEXT = """Hafen {number} bleibt geschlossen

Der Hafen von {place} bleibt bis auf Weiteres geschlossen, teilte die Verwaltung am Montag mit. Rund {people} Menschen
sind von der Entscheidung betroffen, und die Schiffe müssen nun andere Häfen der Region anlaufen.

Die Gewerkschaft forderte am Dienstag neue Verhandlungen. „Wir wollen arbeiten, aber nicht um jeden Preis“, sagte der
Sprecher der Arbeiter in {place}. Die Verwaltung wollte sich dazu nicht äußern, kündigte aber ein Gespräch an.
"""
PLACES = ("Hamburg", "Rostock", "Kiel", "Emden")


def text_of(number: int) -> str:
    """Return an article in a language that needs no model, another one for each number."""
    return TEXT.format(number=number, place=PLACES[number % len(PLACES)], people=100 + 7 * number)


def write_texts(folder: Path, count: int = 12) -> None:
    """Write articles in a language that needs no model, a copy and an input that is none."""
    folder.mkdir()
    for number in range(count - 2):
        (folder / f"{number:02}.txt").write_text(text_of(number), "utf-8")
    (folder / "copy.txt").write_bytes((folder / "00.txt").read_bytes())
    (folder / "menu.txt").write_text("Start\n\nImpressum\n\nKontakt\n", "utf-8")


@dataclass(frozen=True, slots=True)
class Kill:
    """When a run kills itself: so many seconds after its n-th commit has begun; 0 is the start of the run."""

    commit: int
    seconds: float


class _Killing:
    """A connection that kills its process in one of its commits."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, kill: Kill) -> None:
        self._connection, self._kill, self._commits = connection, kill, 0

    def execute(self, question: str, *parameters: Any) -> duckdb.DuckDBPyConnection:
        if question == "commit":
            self._commits += 1
            if self._commits == self._kill.commit:
                kill_after(self._kill.seconds)
        return self._connection.execute(question, *parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def __enter__(self) -> "_Killing":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def kill_after(seconds: float) -> None:
    """Kill this process from a thread: DuckDB lets others run while it commits."""

    def wait() -> None:
        time.sleep(seconds)
        os.kill(os.getpid(), signal.SIGKILL)

    Thread(target=wait, daemon=True).start()


def run_here(folder: Path, lake: Path) -> None:
    """Ingest the folder in this process, a few documents a commit."""
    before = batches.BATCH_DOCUMENTS, commit_size.COMMIT_DOCUMENTS
    batches.BATCH_DOCUMENTS = commit_size.COMMIT_DOCUMENTS = AT_ONCE
    try:
        run(Options([str(folder)], str(lake)), local(1, None))
    finally:
        batches.BATCH_DOCUMENTS, commit_size.COMMIT_DOCUMENTS = before


def run_in_pool(folder: Path, lake: Path) -> None:
    """Ingest the folder with a worker, as the command does."""
    batches.BATCH_DOCUMENTS = commit_size.COMMIT_DOCUMENTS = AT_ONCE
    run(Options([str(folder)], str(lake)), local(1, None, time_limit=60))


def run_until_killed(folder: Path, lake: Path, kill: Kill) -> None:
    """Ingest the folder in this process, which ends as `kill` says."""
    connect: Callable[..., duckdb.DuckDBPyConnection] = lakes.connect

    def connect_to_kill(*given: Any, **named: Any) -> Any:
        return _Killing(connect(*given, **named), kill)

    lakes.connect = making.connect = connect_to_kill
    if kill.commit == 0:
        kill_after(kill.seconds)
    run_here(folder, lake)


def lake_rows(lake: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of each table but those of the runs themselves, without what differs from run to run.

    What a later run found unchanged says nothing of the lake.
    """
    found = {}
    with read_lake(lake) as connection:
        for name, table in tables().items():
            if name in {"runs", "schema_versions"}:
                continue
            columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name not in OF_A_RUN)
            told = "where outcome <> 'unchanged'" if name == "inputs" else ""
            found[name] = sorted(connection.execute(f"select {columns} from {name} {told}").fetchall(), key=repr)
    return found


def failing_checks(lake: Path) -> list[str]:
    """Return the names of the data checks that find something."""
    with read_lake(lake) as connection:
        return [check.name for check in scripts("checks") if connection.execute(check.text).fetchall()]


def run_until_full(folder: Path, lake: Path, said: Path) -> None:
    """Ingest the folder in this process, where no file may become larger than `MOST_BYTES`; write what is said."""
    import resource

    with open_lake(lake):
        pass
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_BYTES, MOST_BYTES))
    try:
        run_here(folder, lake)
    except LakeError as error:
        said.write_text(str(error))
