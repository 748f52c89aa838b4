"""Repair a lake that lost files: take them out, and extract anew from the raw documents what they held."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from flows.pipeline.executors import Execute
from flows.reprocessing.replacement import REPLACED
from flows.reprocessing.reprocess import OnProgress, reprocess
from sql.attach import TABLES
from sql.damage.lost_files import drop_lost_files, is_damaged_catalog, restore_schema_version
from sql.damage.rebuild import READY, rebuild_lake
from sql.damage.verify import Damage, find_damage
from sql.errors import LakeError
from sql.lake import lake_as_it_is, open_lake, read_lake
from sql.literals import identifier
from sql.scripts import statement
from sql.sharing.shared import require_in_a_folder

UNDER_WAY = "repair-under-way"
"""A file of the lake while it lacks rows that are still to be extracted anew: a repair that is cut off goes on."""

EXTRACTED = {*REPLACED, "stories", "failures"}
"""The tables whose rows come from raw documents."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair found and did.

    `damage` are the files that were lost; `is_rebuilt` says that the catalogue was, and `taken_over` how many rows of
    which tables the new one has from Parquet files: rows of the ledger that the catalogue alone held are gone. `gone`
    are the rows of lost files that cannot be restored, by table; `documents` how many of the raw documents that were
    read again ended how; `addresses` those of which the raw documents are gone: they are taken again when a source
    brings them.
    """

    damage: tuple[Damage, ...]
    is_rebuilt: bool
    taken_over: dict[str, int]
    gone: dict[str, int]
    documents: dict[str, int]
    addresses: tuple[str, ...]


def repair(folder: Path, execute: Execute, on_progress: OnProgress | None = None) -> Repaired:
    """Repair the lake in `folder`; one that has lost nothing stays as it is.

    Raises LakeError when there is none, or it cannot be repaired. To be run while nobody writes to the lake.
    """
    folder = folder.absolute()
    restored = "restore its database and its files from a backup, and ingest again what is missing"
    require_in_a_folder(folder, "`newslake repair`", restored)
    if not (folder / TABLES).is_dir() and not (folder / READY).is_dir():
        raise LakeError(f"there is no lake in {folder}")
    is_rebuilt = is_damaged_catalog(folder)
    if is_rebuilt:
        (folder / UNDER_WAY).touch()
    taken_over = rebuild_lake(folder) if is_rebuilt else Counter[str]()
    with lake_as_it_is(folder) as connection:
        damage = tuple(find_damage(connection, folder))
    if damage:
        (folder / UNDER_WAY).touch()
    gone = drop_lost_files(folder, damage) if damage else Counter[str]()
    if "schema_versions" in gone:
        restore_schema_version(folder)
    documents = _extract_anew(folder, execute, on_progress) if (folder / UNDER_WAY).exists() else {}
    (folder / UNDER_WAY).unlink(missing_ok=True)
    with read_lake(folder) as connection:
        addresses = tuple(uri for (uri,) in connection.execute(statement("lost_documents")).fetchall())
    final = {table: rows for table, rows in gone.items() if table not in EXTRACTED | {"schema_versions"}}
    return Repaired(damage, is_rebuilt, dict(taken_over), final, documents, addresses)


def _extract_anew(folder: Path, execute: Execute, on_progress: OnProgress | None) -> dict[str, int]:
    with open_lake(folder) as lake:

        def drop_parts() -> None:
            """Delete what is left of articles whose own row is gone; it is extracted with that anew."""
            for table in (*REPLACED[1:], "stories"):
                lake.connection.execute(
                    f"delete from {identifier(table)} where article_id is not null "  # noqa: S608 - names of tables
                    "and (article_id, version) not in (select (article_id, version) from articles)"
                )

        lake.commit(drop_parts)
    return reprocess(folder, execute, on_progress).documents
