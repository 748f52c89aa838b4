"""Keep a lake in order: few large files, no old snapshots, nothing that dead runs left, and every file whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from math import inf
from pathlib import Path
from typing import TypeVar

from flows.pipeline.run_log import note_killed
from flows.upkeep.purge import purge
from sql.attach import TABLES
from sql.compaction import count_files, expire_snapshots, merge_files, remove_files, remove_orphans, rewrite_files
from sql.damage.catalogue_file import compact_catalogue
from sql.damage.verify import Damage, find_damage
from sql.files import record_checksums
from sql.inlining import flush, inlined_rows
from sql.lake import Lake, open_lake

PATIENCE = 60.0
"""Seconds that the end of a question is waited for: longer ones are few, and the next maintenance is a day away."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Maintained:
    """What was done: numbers of rows, snapshots, files and runs, and of files and their bytes before and after.

    `catalogue` is the size of the catalogue, None when another process kept it from being written anew; `damage` has
    the files that are not whole: where there are any, no file is rewritten or merged.
    """

    flushed: int
    expired: int
    rewritten: int
    merged: tuple[int, int]
    removed: int
    orphans: int
    killed: int
    before: tuple[int, int]
    after: tuple[int, int]
    catalogue: int | None
    damage: tuple[Damage, ...]


def maintain(folder: Path, keep_snapshots: timedelta, patience: float = PATIENCE) -> Maintained:
    """Maintain the lake in `folder`; snapshots are kept for so long, the latest one always.

    Each step is a commit of its own: others write and read between them, and a step that is cut off is done by the next
    maintenance. Raises LakeError when there is no lake, it cannot be opened for writing, or somebody reads it for
    longer than `patience` in seconds.
    """
    with open_lake(folder, make=False) as lake:
        connection = lake.connection

        def alone(work: Callable[[], T]) -> T:
            return lake.commit_alone(work, patience)

        before = count_files(connection)
        killed = note_killed(lake)
        damage = tuple(find_damage(connection, lake.folder))  # before a damaged file becomes a part of another one
        purge(lake, patience)  # what a removal that was cut off left
        expired = alone(lambda: expire_snapshots(connection, keep_snapshots))
        flushed = alone(lambda: _flush(lake))
        rewritten = 0 if damage else alone(lambda: rewrite_files(connection))
        expired += alone(lambda: expire_snapshots(connection, keep_snapshots))  # those of these two steps
        merged = (0, 0) if damage else alone(lambda: merge_files(connection))
        removed = alone(lambda: remove_files(connection))
        orphans = alone(lambda: remove_orphans(connection))
        after = count_files(connection)
        damaged = [each.path.removeprefix(f"{TABLES}/") for each in damage]
        record_checksums(connection, lake.folder, lake.commit, inf, damaged)
    catalogue = compact_catalogue(folder)
    return Maintained(flushed, expired, rewritten, merged, removed, orphans, killed, before, after, catalogue, damage)


def _flush(lake: Lake) -> int:
    rows = inlined_rows(lake.connection)
    flush(lake.connection)
    return rows
