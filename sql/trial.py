"""Give a copy of a lake to try things in, which leaves the lake itself byte for byte what it is."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from sql.attach import CATALOG, TABLES
from sql.errors import LakeError
from sql.readers import reading
from sql.sharing.shared import require_in_a_folder

ATTEMPTS, AGAIN_AFTER = 20, 0.25
"""How often a catalogue is copied, with so many seconds between: commits take well under one, and leave gaps."""


@contextmanager
def trial_of(folder: Path) -> Iterator[Path]:
    """Give the folder of a lake like the one in `folder`, which is gone at the end with all that was written to it.

    Its catalogue is a copy, its Parquet files are links, which nobody ever writes to: DuckLake makes new files, and
    removing a link removes nothing else. Raises LakeError when there is no lake, or it is never left alone.
    """
    folder = folder.absolute()
    require_in_a_folder(folder, "a trial such as --dry-run", "what a snapshot had can be asked for, at (version => 12)")
    if not (folder / CATALOG).is_file():
        raise LakeError(f"there is no lake in {folder}")
    with TemporaryDirectory(prefix="newslake-trial-") as place, reading(folder):
        trial = Path(place) / "lake"
        trial.mkdir(0o700)
        _copy_catalogue(folder, trial)
        _link_files(folder / TABLES, trial / TABLES)
        yield trial


def _copy_catalogue(folder: Path, trial: Path) -> None:
    """Copy a catalogue and its write-ahead log, as they are at one moment.

    Not through SQLite, which lays files beside a catalogue that it reads. A copy in the midst of which another process
    wrote is made again. Raises LakeError when others write all the time.
    """
    for _ in range(ATTEMPTS):
        before = _state(folder)
        for path in trial.iterdir():
            path.unlink()
        for name in before:
            with suppress(FileNotFoundError):
                shutil.copyfile(folder / name, trial / name)
        if _state(folder) == before:
            return
        sleep(AGAIN_AFTER)
    raise LakeError(f"others write to the lake {folder} all the time; run this again when they have ended")


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the size and the time of the last change of a catalogue and of its log, when there is one."""
    found = {}
    for name in (CATALOG, f"{CATALOG}-wal"):
        with suppress(FileNotFoundError):
            found[name] = ((folder / name).stat().st_size, (folder / name).stat().st_mtime_ns)
    return found


def _link_files(tables: Path, links: Path) -> None:
    links.mkdir()
    for path in sorted(tables.rglob("*")):
        link = links / path.relative_to(tables)
        if path.is_dir():
            link.mkdir()
        else:
            link.symlink_to(path)
