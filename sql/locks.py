"""The locks of a lake: files beside the catalogue, or what PostgreSQL holds for a shared lake."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from sql.sharing.postgres import advisory_lock
from sql.sharing.shared import Shared, shared_lake

LOCK = "commit.lock"

SERVE = "serve.lock"

RUNS = "runs"
"""The folder of the lake with a lock for each run under way: the system lets go of it when the process is killed."""


@contextmanager
def commit_lock(folder: Path, timeout: float | None = None) -> Iterator[None]:
    """Hold the right to commit to the lake in `folder`, which one process has at a time.

    Raises filelock.Timeout when another has it for longer than `timeout` in seconds; None waits for ever.
    """
    if shared := shared_lake(folder):
        with advisory_lock(shared, "commit", patience=timeout) as is_held:
            if not is_held:
                raise Timeout(f"the right to commit to {shared.address}")
            yield
        return
    with FileLock(folder / LOCK, timeout=-1 if timeout is None else timeout):
        yield


@contextmanager
def run_lock(folder: Path, run_id: str) -> Iterator[None]:
    """Hold the lock of a run, which tells others that it is under way; raises filelock.Timeout when one has it."""
    if shared := shared_lake(folder):
        with _at_once(shared, f"run {run_id}"):
            yield
        return
    path = folder / RUNS / f"{run_id}.lock"
    path.parent.mkdir(exist_ok=True)
    with FileLock(path, timeout=0):
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


@contextmanager
def serve_lock(folder: Path) -> Iterator[None]:
    """Hold the right to serve the lake in `folder`; raises filelock.Timeout when another process has it."""
    if shared := shared_lake(folder):
        with _at_once(shared, "serve"):
            yield
        return
    with FileLock(folder / SERVE, timeout=0):
        yield


@contextmanager
def _at_once(shared: Shared, name: str) -> Iterator[None]:
    with advisory_lock(shared, name, patience=0) as is_held:
        if not is_held:
            raise Timeout(f"{name} of {shared.address}")
        yield
