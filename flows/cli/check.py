"""Run the data checks of sql/checks, and print what they and the warnings of sql/warnings find."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.answers.display import visible
from flows.inputs.schedules import is_overdue
from flows.scheduling.sources_file import load_sources
from sql.attach import CATALOG
from sql.damage.lost_files import is_damaged_catalog
from sql.damage.verify import find_damage, orphans
from sql.errors import LakeError
from sql.lake import lake_as_it_is, read_lake
from sql.scripts import scripts, statement

SHOWN_ROWS = 5  # of the rows that a check finds: enough to see what is wrong

Row = tuple[object, ...]


def run_checks(lake: Path, sources: Path, now: datetime | None = None) -> int:
    """Print what each check finds, with the first rows of those that fail; return how many failed.

    Of a lake that lost files every one is printed instead, and their number returned. Warnings are printed when there
    are any, and do not count: the data is sound, but somebody should look. `now`, by
    default the time it is, and the file `sources`, when it is there, say which source should have run by its schedule.
    """
    console = Console()
    now = now or datetime.now(UTC)
    if lost := list(_lost_files(lake)):
        for line in lost:
            console.print(Text(visible(line)), soft_wrap=True)
        console.print(
            f"{len(lost):,} files are lost, and no check was run; `newslake repair` restores what can be restored"
        )
        return len(lost)
    printed = Table("check", "finds", "which would be", box=None, pad_edge=False)
    examples: list[Table] = []
    with read_lake(lake) as connection:
        for check in scripts("checks"):
            found = connection.sql(check.text)
            rows = found.count("*").fetchall()[0][0]
            printed.add_row(check.name, f"[red]{rows:,} rows[/red]" if rows else "[green]nothing[/green]", check.about)
            if rows:
                examples.append(_rows(check.name, found.columns, found.limit(SHOWN_ROWS).fetchall()))
        warnings = [*_warnings(connection, now), *_overdue(connection, sources, now), *_left_files(lake)]
    console.print(printed, *examples, *warnings)
    failed = len(examples)
    console.print(f"{failed} of {len(scripts('checks'))} checks failed" if failed else "every check passed")
    return failed


def _lost_files(lake: Path) -> Iterator[str]:
    """Say of every file that is lost which it is, and what is gone with it."""
    with suppress(LakeError):  # of a lake that can only be read, or that is locked, its questions will tell
        if (lake / CATALOG).exists() and is_damaged_catalog(lake):
            yield f"{CATALOG} is damaged: it says which files hold which rows, and no question can be answered without"
            return
    with lake_as_it_is(lake) as connection:
        for damage in find_damage(connection, lake):
            rows = "what was deleted of rows" if damage.rows is None else f"{damage.rows:,} rows"
            yield f"{damage.path} {damage.what}: {rows} of {damage.table}"


def _left_files(lake: Path) -> Iterable[Table]:
    """Yield how many files runs that died left, which nothing reads."""
    if found := orphans(lake):
        row = (f"{len(found):,}", f"{sum(size for _, size in found):,}", found[0][0])
        yield _rows("warning: files_of_dead_runs", ["files", "bytes", "the first of them"], [row])


def _warnings(connection: duckdb.DuckDBPyConnection, now: datetime) -> Iterable[Table]:
    for warning in scripts("warnings"):
        asked = connection.execute(warning.text, {"now": now} if "$now" in warning.text else None)
        columns = [name for name, *_ in asked.description or ()]
        if rows := asked.fetchall():
            yield _rows(f"warning: {warning.name}", columns, rows)


def _overdue(connection: duckdb.DuckDBPyConnection, path: Path, now: datetime) -> Iterable[Table]:
    """Yield a table of the sources that have run into this lake and by their schedule should have again."""
    if not path.is_file():
        return
    last_seen: dict[str, datetime] = dict(connection.execute(statement("sources_last_seen")).fetchall())
    rows: list[Row] = [
        (source.name, source.schedule, f"{last_seen[source.name]:%Y-%m-%d %H:%M}")
        for source in load_sources(path)
        if source.enabled and source.schedule and source.name in last_seen
        if is_overdue(source.schedule, last_seen[source.name], now)
    ]
    if rows:
        yield _rows("warning: overdue_sources", ["source", "schedule", "last_run"], rows)


def _rows(title: str, columns: list[str], rows: Iterable[Row]) -> Table:
    printed = Table(*columns, title=title)
    for row in rows:
        printed.add_row(*(Text(visible(str(value))) for value in row))
    return printed
