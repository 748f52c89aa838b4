"""The command `newslake maintain`: keep the lake in order, and say in a short table what was done."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.answers.display import visible
from flows.cli.options import lake_option
from flows.upkeep import KEEP_SNAPSHOTS

if TYPE_CHECKING:
    from flows.upkeep.maintain import Maintained


@click.command()
@lake_option
@click.option(
    "--keep-snapshots",
    "days",
    metavar="DAYS",
    type=click.FloatRange(0),
    default=KEEP_SNAPSHOTS,
    show_default=True,
    help="Keep snapshots that are not older.",
)
def maintain(lake: Path, days: float) -> None:
    """Keep the lake in order; exit with status 1 when a file of it is damaged.

    Rows that small runs left in the catalogue go to Parquet, small files are merged, old snapshots expire, what dead
    runs left is removed, and every file is read and verified. `newslake serve` does it each day.
    """
    from datetime import timedelta

    from rich.console import Console
    from rich.table import Table

    from flows.upkeep.maintain import maintain as do

    done = do(lake, timedelta(days=days))
    printed = Table("done", "", box=None, pad_edge=False, show_header=False)
    for what, how_much in rows_of(done):
        printed.add_row(what, visible(how_much))
    Console().print(printed)
    for damage in done.damage:
        click.echo(f"newslake: {visible(damage.path)} {visible(damage.what)}", err=True)
    sys.exit(1 if done.damage else 0)


def rows_of(done: "Maintained") -> Iterator[tuple[str, str]]:
    """Yield what was done, and how much."""
    yield "rows written from the catalogue to Parquet", f"{done.flushed:,}"
    yield "snapshots expired", f"{done.expired:,}"
    yield "files rewritten without deleted rows", f"{done.rewritten:,}"
    yield "small files merged", f"{done.merged[0]:,} to {done.merged[1]:,}" if done.merged[0] else "0"
    yield "files removed that no snapshot has", f"{done.removed:,}"
    yield "files of dead runs removed", f"{done.orphans:,}"
    yield "dead runs noted as interrupted", f"{done.killed:,}"
    yield "catalogue", "left as it is: it is being read" if done.catalogue is None else size(done.catalogue)
    yield "files of the lake", f"{done.before[0]:,} ({size(done.before[1])}) before, {_files(done.after)} now"
    yield "files verified", f"{len(done.damage):,} damaged" if done.damage else "all are whole"


def _files(counted: tuple[int, int]) -> str:
    return f"{counted[0]:,} ({size(counted[1])})"


def size(number: int) -> str:
    """Return a number of bytes for people, such as "1.2 MB"."""
    amount = float(number)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:,.1f} {unit}" if unit != "bytes" else f"{amount:,.0f} bytes"
        amount /= 1000
    return f"{amount:,.1f} GB"
