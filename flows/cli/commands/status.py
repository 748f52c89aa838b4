"""The command `newslake status`: how the lake and its sources fare, on one screen or for machines."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.answers.display import visible
from flows.cli.commands.maintain import size
from flows.cli.options import lake_option
from sql.sharing.shared import address_of

if TYPE_CHECKING:
    from flows.upkeep.status import SourceStatus, Status


SHOWN = 30
"""Sources that fit on one screen."""


@click.command()
@lake_option
@click.option("--json", "style", flag_value="json", help="Print it as JSON.")
@click.option("--prometheus", "style", flag_value="prometheus", help="Print it in the text that Prometheus reads.")
def status(lake: Path, style: str | None) -> None:
    """Say how the lake fares: its sources, what fails, what it holds and how large it is."""
    from dataclasses import asdict

    from flows.upkeep.status import status_of

    now = datetime.now(UTC)
    found = status_of(lake, now)
    if style == "json":
        click.echo(json.dumps(asdict(found), ensure_ascii=False, default=datetime.isoformat))
    elif style == "prometheus":
        from flows.upkeep.metrics import prometheus_text

        click.echo(prometheus_text(found), nl=False)
    else:
        _print(found, lake, now)


def _print(found: "Status", lake: Path, now: datetime) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    for line in _lines(found, lake, now):
        console.print(line, markup=False, highlight=False)
    printed = Table(
        "source", "last answer", "last article", "last day", "usual", "lag", "state", box=None, pad_edge=False
    )
    worst_first = sorted(found.sources, key=lambda source: (not source.failing_since, not source.is_silent))
    for source in worst_first[:SHOWN]:
        printed.add_row(*(Text(visible(cell)) for cell in _cells(source, now)))
    if found.sources:
        console.print("", printed)
    if len(found.sources) > SHOWN:
        console.print(f"and {len(found.sources) - SHOWN:,} more; --json has them all")


def _lines(found: "Status", lake: Path, now: datetime) -> Iterator[str]:
    yield f"lake       {visible(address_of(lake))}: {found.articles:,} articles, {found.versions:,} versions"
    yield (
        f"size       {size(found.file_bytes)} in {found.files:,} files, catalogue {size(found.catalogue_bytes)} "
        f"with {found.catalogue_rows:,} rows of small runs"
    )
    yield f"snapshots  {found.snapshots:,}, the oldest {ago(found.oldest_snapshot, now)}"
    if found.last_run_started:
        yield f"last run   {found.last_run} {ago(found.last_run_started, now)}: {found.last_run_status}"
    if found.removals_to_complete:
        yield f"to do      {found.removals_to_complete:,} removals were cut off; `newslake maintain` completes them"


def _cells(source: "SourceStatus", now: datetime) -> tuple[str, ...]:
    usual = "" if source.usual_articles_a_day is None else f"{source.usual_articles_a_day:,.0f}"
    lag = "" if source.lag_seconds is None else span(timedelta(seconds=source.lag_seconds))
    return (
        source.source,
        ago(source.last_success, now),
        ago(source.last_article, now),
        f"{source.articles_last_day:,}",
        usual,
        lag,
        _state(source, now),
    )


def _state(source: "SourceStatus", now: datetime) -> str:
    if source.failing_since:
        return f"failing, {source.failures_in_a_row:,} times since {ago(source.failing_since, now)}: {source.reason}"
    return "silent" if source.is_silent else "well"


def ago(time: datetime | None, now: datetime) -> str:
    """Return how long ago a time is, for people; "never" without one."""
    return "never" if time is None else f"{span(now - time)} ago"


def span(length: timedelta) -> str:
    """Return a length of time in its largest unit, such as "3 h"."""
    seconds = max(length.total_seconds(), 0)
    for unit, below in (("s", 60), ("min", 60), ("h", 48)):
        if seconds < below:
            return f"{seconds:.0f} {unit}"
        seconds /= 60 if unit != "h" else 24
    return f"{seconds:.0f} d"
