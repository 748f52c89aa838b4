"""Export a lake: its current state, or what has changed since a run, as files that other tools read."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import duckdb

from flows.export.contents import choose, contents, snapshot_of_run
from flows.export.replacement import replacing
from flows.export.writers import Style, writer
from flows.inputs.errors import UsageError
from sql.lake import read_lake
from sql.scripts import statement

MANIFEST = "export.json"
"""The file in an exported folder that says what it is of, and by which it is known as one that may be replaced."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds: the lake's snapshot that it is of, that since which it tells the changes, rows by table."""

    newslake: str
    snapshot: int
    since: int | None
    rows: dict[str, int]


def export(lake: Path, target: Path, style: Style, names: Sequence[str] = (), since: str | None = None) -> Exported:
    """Write the current state of a lake to `target`, or what has changed since the run `since`; return what it holds.

    `target` is a folder, for the style duckdb a file. It is there whole or not at all; an earlier export is replaced.
    `names` are tables and views; without any, all tables but a few. Raises UsageError, LakeError and OSError.
    """
    chosen = choose(names, with_views=style == "duckdb")
    _require_replaceable(target, style)
    with read_lake(lake, confined=False) as connection, replacing(target) as place:
        try:
            with writer(connection, style, place) as write:
                connection.execute("begin")  # all tables as they are at one moment
                snapshot = int(connection.execute(statement("current_snapshot")).fetchall()[0][0])
                start = snapshot_of_run(connection, since) if since else None
                rows = write(contents(connection, chosen, start))
                connection.execute("commit")
        except duckdb.IOException as error:
            raise UsageError(f"{target} cannot be written: {' '.join(str(error).split())}") from error
        exported = Exported(version("newslake"), snapshot, start, rows)
        if place.is_dir():
            (place / MANIFEST).write_text(json.dumps(asdict(exported), indent=1), "utf-8")
    return exported


def _require_replaceable(target: Path, style: Style) -> None:
    """Refuse to write over what is no export."""
    if style == "duckdb":
        if target.is_dir():
            raise UsageError(f"{target} is a folder; give the name of a file")
        if target.exists() and not _is_database(target):
            raise UsageError(f"{target} is no DuckDB file; give another name, or remove it")
    elif target.exists() and not (target / MANIFEST).is_file() and (target.is_file() or any(target.iterdir())):
        raise UsageError(f"{target} is no earlier export; give another folder, or remove it")


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"
