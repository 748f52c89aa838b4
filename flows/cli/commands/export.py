"""The command `newslake export`: write the lake's tables as files that other tools read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.answers.display import visible
from flows.cli.options import lake_option

if TYPE_CHECKING:
    from flows.export.writers import Style


@click.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR|FILE")
@lake_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["parquet", "csv", "jsonl", "duckdb"]),
    help="What to write.  [default: duckdb for a FILE that ends in .duckdb, else parquet]",
)
@click.option("--tables", metavar="NAME,…", default="", help="Tables and views.  [default: all tables but raw ones]")
@click.option("--since", metavar="RUN", help="Only what has changed since this run: its identifier, or its beginning.")
def export(target: Path, lake: Path, style: "Style | None", tables: str, since: str | None) -> None:
    """Write the current state of the lake to a folder, or to one DuckDB file with its tables and views.

    Parquet is compressed with zstd and parted by month of publication; CSV is guarded against formulas as that of
    `newslake sql`. Readers see the earlier export or the new one, and never a part.

    With --since, a table `changes` says which articles were added, updated and removed after that run, and the other
    tables hold the rows of those added and updated: delete from yours what `changes` names, and insert these.
    """
    from flows.export.export import export as export_lake

    names = [name.strip() for name in tables.split(",") if name.strip()]
    chosen = style or ("duckdb" if target.suffix == ".duckdb" else "parquet")
    exported = export_lake(lake, target.absolute(), chosen, names, since)
    for name, rows in exported.rows.items():
        click.echo(f"{rows:>12,}  {name}")
    click.echo(f"{visible(str(target))} is of snapshot {exported.snapshot}")
