"""Write a file or a folder beside its place, and put it there when it is whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from flows.inputs.errors import UsageError

PARTIAL, BEFORE = ".partial", ".before"
"""Ends of the names of what is being written, and of what is being replaced."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path beside `target` to write a file or folder to; it takes the place of `target` when this ends well.

    Who reads `target` sees what was there before or what is there now, and never a part. What an attempt left that was
    cut off is removed. Raises UsageError while another process writes the same target, and OSError.
    """
    partial, before = (target.with_name(f".{target.name}{end}") for end in (PARTIAL, BEFORE))
    target.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(target.with_name(f".{target.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise UsageError(f"another process is writing {target}") from None
    try:
        if before.exists() and not target.exists():  # the attempt was cut off between two renames
            before.rename(target)
        for left in (partial, before):
            _remove(left)
        yield partial
        _put(partial, target, before)
    finally:
        _remove(partial)
        Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


def _put(partial: Path, target: Path, before: Path) -> None:
    if target.is_dir():  # a folder that is not empty cannot be renamed over
        target.rename(before)
    partial.rename(target)
    _remove(before)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
