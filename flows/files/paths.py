"""Find the files that a SOURCE of the command line names: a file, a folder, or a glob."""

import glob
import os
from collections.abc import Iterator
from itertools import chain, takewhile
from pathlib import Path

from flows.inputs.errors import UsageError


def find_paths(source: str) -> Iterator[Path]:
    """Return what lies under `source`, in the order of the names: files and what else a folder holds, but no folder.

    Hidden entries are skipped unless `source` is one; links are yielded, not followed, unless `source` is one.
    Raises UsageError when `source` names nothing.
    """
    path = Path(source).expanduser()
    if path.is_dir():
        return _walk(path.resolve())
    if os.path.lexists(path):
        return iter([path.resolve() if path.exists() else path.absolute()])
    if glob.has_magic(source):
        found = sorted(_matches(path.absolute()))
        if not found:
            raise UsageError(f"nothing matches {source}")
        return chain.from_iterable(_entries(match) for match in found)
    if "://" in source:
        raise UsageError(f"{source}: only addresses that begin with http:// or https:// are fetched")
    raise UsageError(f"there is no file or folder {source}")


def in_unicode(source: str) -> str:
    r"""Return the name of a SOURCE as text that can be stored: bytes of it that are no UTF-8 are written \xHH."""
    return os.fsencode(source).decode("utf-8", "backslashreplace")


def _matches(pattern: Path) -> Iterator[Path]:
    """Yield what matches, following no links; as in a shell, a wildcard stands for no hidden entry."""
    fixed = list(takewhile(lambda part: not glob.has_magic(part), pattern.parts))
    for match in Path(*fixed).glob(str(Path(*pattern.parts[len(fixed) :]))):
        if not any(part.startswith(".") for part in match.parts[len(fixed) :]):
            yield match


def _entries(path: Path) -> Iterator[Path]:
    return _walk(path) if path.is_dir() and not path.is_symlink() else iter([path])


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the entries below `folder` that are not folders, depth first, by name."""
    try:
        with os.scandir(folder) as listed:  # which knows folders without asking for each entry
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it will say why
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)
