"""Note in the lake that a run begins and how it ends, or that it was killed."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version

import duckdb
from filelock import Timeout

from sql.attach import interrupts_as_they_are
from sql.lake import Lake
from sql.locks import run_lock
from sql.scripts import statement


@dataclass(slots=True)
class Record:
    """What is noted of a run: its identifier, the model that it used, and its status once it has ended by itself."""

    run_id: str
    model: str | None = None
    status: str = "completed"


@contextmanager
def recorded(lake: Lake, command: str) -> Iterator[Record]:
    """Note that a run of `command` begins, and how it ends; runs that were killed are noted as interrupted."""
    record = Record(str(lake.connection.execute(statement("new_run_id")).fetchall()[0][0]))
    started = {"run_id": record.run_id, "command": command, "newslake_version": version("newslake")}
    with run_lock(lake.folder, record.run_id):
        note_killed(lake)
        lake.commit(lambda: lake.connection.execute(statement("start_run"), started))
        try:
            with interrupts_as_they_are():
                yield record
        except BaseException as error:
            # Where the disk is full this fails too: then the next run notes the end, and the cause is what is told.
            with suppress(duckdb.Error, OSError):
                _end(lake, record, "failed" if isinstance(error, Exception) else "interrupted")
            raise
        _end(lake, record, record.status)


def note_killed(lake: Lake) -> int:
    """Note the end of the runs that could not do so themselves, those whose lock nobody holds; return how many."""
    killed = 0
    for (run_id,) in lake.connection.execute(statement("running_runs")).fetchall():
        try:
            with run_lock(lake.folder, run_id):
                _end(lake, Record(run_id), "interrupted", killed=True)
            killed += 1
        except Timeout:
            continue
    return killed


def _end(lake: Lake, record: Record, status: str, *, killed: bool = False) -> None:
    ended = {"run_id": record.run_id, "model": record.model, "status": status, "killed": killed}
    lake.commit(lambda: lake.connection.execute(statement("end_run"), ended))
