"""The command `newslake runs`: the latest runs with how their inputs ended."""

from pathlib import Path

import click

from flows.cli.options import lake_option, width_option

OUTCOMES = ("stored", "unchanged", "duplicate", "rejected")


@click.command()
@lake_option
@click.option("--last", type=click.IntRange(1), default=20, show_default=True, help="How many runs to list.")
@click.option(
    "--format", "style", type=click.Choice(["table", "csv", "json", "jsonl"]), default="table", show_default=True
)
@width_option
def runs(lake: Path, last: int, style: str, *, width: int | None) -> None:
    """List the latest runs with how their inputs ended."""
    from flows.cli.commands.sql import answer
    from sql.scripts import statement

    if style == "table":
        _print(lake, last, width)
    else:
        answer(lake, statement("list_runs"), {"last": str(last)}, style, None)


def _print(lake: Path, last: int, width: int | None) -> None:
    """Print the runs within the width: DuckDB's own table would leave out columns of them at 80."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from flows.answers.display import visible
    from flows.answers.reader import fetched
    from sql.lake import read_lake
    from sql.scripts import statement

    with read_lake(lake) as connection:
        found = fetched(connection.execute(statement("list_runs"), {"last": str(last)}))
    printed = Table("started", "command", "source", "status", "took", "inputs", box=None, pad_edge=False)
    for column in printed.columns:
        column.no_wrap = column.header not in {"source", "inputs"}
    for run in found:
        inputs = ", ".join(f"{run[outcome]:,} {outcome}" for outcome in OUTCOMES if run[outcome])
        cells = (f"{run['started']:%Y-%m-%d %H:%M}", run["command"], run["source"], run["status"], run["took"], inputs)
        printed.add_row(*(Text(visible("" if cell is None else str(cell))) for cell in cells))
    Console(width=width).print(printed)
