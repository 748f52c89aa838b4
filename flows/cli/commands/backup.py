"""The commands `newslake backup` and `newslake restore`."""

from pathlib import Path

import click

from flows.answers.display import visible
from flows.cli.options import lake_option


@click.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR")
@lake_option
def backup(target: Path, lake: Path) -> None:
    """Copy the lake, also while it is written to, to the folder DIR.

    An earlier backup there is replaced when the new one is whole; only files that it lacks are copied.
    """
    from flows.export.backup import backup as back_up

    files = back_up(lake.absolute(), target.absolute())
    click.echo(f"{visible(str(target))} has the catalogue and {files:,} Parquet files of {visible(str(lake))}")


@click.command()
@click.argument("source", type=click.Path(path_type=Path), metavar="DIR")
@lake_option
def restore(source: Path, lake: Path) -> None:
    """Make a lake of the backup in DIR, where there is none."""
    from flows.export.backup import restore as restore_lake

    files = restore_lake(source.absolute(), lake.absolute())
    click.echo(f"{visible(str(lake))} is the lake of {visible(str(source))}, with {files:,} Parquet files")
