"""Replace the rows of versions of articles with those that were extracted anew, in the tables where they differ."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from flows.pipeline.commit import Rows
from flows.reprocessing.changes import Changes
from flows.reprocessing.comparison import Difference, differences
from sql.lake import Lake
from sql.scripts import statement
from sql.tables import delete_versions, insert_rows, rows_of_versions
from transforms.records.extraction import Extraction

Key = tuple[str, int]
"""An article's identifier and a version of it."""

REPLACED = ("articles", *Extraction.tables())
"""The tables whose rows are read anew from a document."""

COMPARED_BY_STORIES = ("articles", "sketches")
"""Those by which copies are found: an article that differs there is placed anew."""


@dataclass(slots=True)
class Differing:
    """The versions of articles of which the rows in a table differ, by table, and how they do."""

    versions: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    changes: Changes = field(default_factory=Changes)

    def of(self, key: Key) -> bool:
        """Whether anything of a version differs."""
        return any(key in keys for keys in self.versions.values())


def compare(lake: Lake, anew: Rows) -> Differing:
    """Compare what was extracted anew with what the lake has of the same versions."""
    found = Differing()
    names = {(row.article_id, row.version): row.title or row.url for row in anew.records["articles"]}
    if not names:
        return found
    _mark(lake, names)
    by_version: dict[Key, list[Difference]] = defaultdict(list)
    for table in REPLACED:
        held = _by_version(rows_of_versions(lake.connection, table, "replaced"))
        new = _by_version(anew.of(table).to_pylist())
        for key in names:
            if differ := list(differences(table, held[key], new[key])):
                found.versions[table].add(key)
                by_version[key] += differ
    for key, name in names.items():
        found.changes.add(name, by_version[key])
    return found


def _by_version(rows: Sequence[dict[str, Any]]) -> dict[Key, list[dict[str, Any]]]:
    found: dict[Key, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["article_id"], row["version"]].append(row)
    return found


def replace_differing(lake: Lake, anew: Rows, differing: Differing) -> None:
    """Replace the rows of the versions that differ in a table; those of its other tables stay as they are."""
    if placed_anew := set().union(*(differing.versions[table] for table in COMPARED_BY_STORIES)):
        _mark(lake, placed_anew)
        lake.connection.execute(statement("delete_stories_of_replaced"))
    for table, keys in differing.versions.items():
        if keys:
            _mark(lake, keys)
            delete_versions(lake.connection, table, "replaced")
            if (rows := anew.of(table)).num_rows:
                versions = zip(rows["article_id"].to_pylist(), rows["version"].to_pylist(), strict=True)
                insert_rows(lake.connection, table, rows.filter([version in keys for version in versions]))


def _mark(lake: Lake, keys: Collection[Key]) -> None:
    """Let the temporary table `replaced` hold these versions."""
    article_ids, versions = [article_id for article_id, _ in keys], [version for _, version in keys]
    lake.connection.execute(statement("mark_replaced"), {"article_ids": article_ids, "versions": versions})
