"""Keep the files of a lake from being exchanged while a question is being answered.

DuckLake reads its catalogue as it is, not as it was when a transaction began, and SQLite's scanner leaves out what was
added since: a question that is open while files are merged, or rows are written out, would find nothing, and no error.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from sql.sharing.postgres import advisory_lock
from sql.sharing.shared import shared_lake

POLL = 0.1  # seconds between two tries


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Hold the right to read the lake in `folder`, which any number of processes have at a time.

    It is a lock of the folder itself, which can be had also where nothing can be written; of a shared lake one in
    PostgreSQL.
    """
    if shared := shared_lake(folder):
        with advisory_lock(shared, "read", is_shared=True):
            yield
        return
    with _opened(folder) as descriptor:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield


@contextmanager
def nobody_reading(folder: Path, patience: float) -> Iterator[bool]:
    """Keep others from reading the lake in `folder`; gives False when one still does after so many seconds."""
    if shared := shared_lake(folder):
        with advisory_lock(shared, "read", patience=patience) as is_alone:
            yield is_alone
        return
    deadline = monotonic() + patience
    with _opened(folder) as descriptor:
        while not (is_alone := _lock(descriptor)) and monotonic() < deadline:
            sleep(POLL)
        yield is_alone


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)  # closing does not do it while a forked child has the descriptor too
        os.close(descriptor)
