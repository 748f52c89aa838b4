"""Which rows an export holds: of current articles, and of those that have changed since a run."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import duckdb

from flows.inputs.errors import UsageError
from sql.asking.views import views
from sql.literals import identifier, literal
from sql.scripts import statement
from sql.tables import Table, tables

LEFT_OUT = frozenset({"documents", "sketches", "schema_versions", "polls"})
"""Tables that an export holds only when they are asked for: raw bytes, and what newslake itself needs."""

COMPLETED = {"text_blocks": "blocks"}
"""The view that has all of a table's values, and stands in its place in files, which hold no views."""

CHANGES = "changes"
"""The table of an export since a run that says which articles were added, updated and removed."""

WHEN = "published_month"
"""The column that Parquet files are parted by: year and month of publication, such as 2024-05."""

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Contents:
    """Tables and views to export by name, each with the question for its rows; `since` is a snapshot, None for all."""

    questions: dict[str, str]
    since: int | None


def choose(names: Sequence[str], *, with_views: bool) -> list[str]:
    """Return the tables and views to export; without names all tables but those left out.

    `with_views` says that the views come with them. Raises UsageError for a name that is none.
    """
    if unknown := [name for name in names if name not in tables() and name not in views()]:
        raise UsageError(f"there is no table or view {unknown[0]}; `newslake tables` lists them")
    every = [name for name in tables() if name not in LEFT_OUT]
    return list(names) or [name if with_views else COMPLETED.get(name, name) for name in every]


def contents(connection: duckdb.DuckDBPyConnection, names: Collection[str], since: int | None) -> Contents:
    """Return the questions for the rows of tables and views, all of them or what has changed since a snapshot.

    To be called in the transaction that the questions are asked in: they name a temporary table of the changes.
    """
    if since is not None:
        _note_changes(connection, since)
    known = {**tables(), **views()}
    questions = {name: _question(known[name], since) for name in names}
    if since is not None:
        questions[CHANGES] = f"select * from temp.main.{CHANGES}"  # noqa: S608 - of constants
    return Contents(questions, since)


def snapshot_of_run(connection: duckdb.DuckDBPyConnection, run: str) -> int:
    """Return the lake's snapshot at the end of the run whose identifier begins with `run`; raises UsageError."""
    found = connection.execute(statement("snapshot_of_run"), {"run": run}).fetchall()
    if not found:
        raise UsageError(f"no run that has ended begins with {run}; the column run_id of the table runs has them")
    if len(found) > 1:
        raise UsageError(f"{len(found)} runs begin with {run}")
    return int(found[0][0])


def _note_changes(connection: duckdb.DuckDBPyConnection, since: int) -> None:
    """Make the temporary table of the articles whose rows have changed since a snapshot, by DuckLake's change feed."""
    now = int(connection.execute(statement("current_snapshot")).fetchall()[0][0])
    first = min(since + 1, now)
    changed = (f"ducklake_table_changes('lake', 'main', {literal(name)}, {first}, {now})" for name in _of_articles())
    touched = " union ".join(f"select article_id from {feed} where snapshot_id > {since}" for feed in changed)  # noqa: S608
    try:
        connection.execute(f"create or replace temp table touched as {touched}")
        connection.execute(statement("note_changes").replace("$since", str(since)))
    except duckdb.Error as error:
        raise UsageError(
            "the lake no longer remembers how it was after that run; export all of it instead, without --since "
            f"({' '.join(str(error).split())})"
        ) from error


def _of_articles() -> list[str]:
    return [table.name for table in tables().values() if "article_id" in {column.name for column in table.columns}]


CURRENT = "select (article_id, version) from lake.main.articles where is_current"
CHANGED = f"select article_id from temp.main.{CHANGES} where change <> 'removed'"  # noqa: S608 - of a constant


def _question(table: Table, since: int | None) -> str:
    columns = {column.name for column in table.columns}
    wanted = []
    if "is_current" in columns:
        wanted.append("asked.is_current")
    elif {"article_id", "version"} <= columns:
        wanted.append(f"(asked.article_id, asked.version) in ({CURRENT})")
    if since is not None and "article_id" in columns:
        wanted.append(f"asked.article_id in ({CHANGED})")
    elif since is not None and table.name in tables():
        wanted.append(f"asked.snapshot_id > {since}")
    question = f"select asked.* from lake.main.{identifier(table.name)} as asked"  # noqa: S608 - the name of a table
    return f"{question} where {' and '.join(wanted)}" if wanted else question
