"""The command `newslake report`: one page about a run, a period or the whole lake."""

from datetime import datetime
from pathlib import Path

import click

from flows.cli.options import lake_option

day = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.html")
@lake_option
@click.option("--run", metavar="ID", help="Report the articles that this run stored, and its inputs.")
@click.option("--since", type=day, metavar="DAY", help="Report what was published on this day or later.")
@click.option("--until", type=day, metavar="DAY", help="Report what was published on this day or earlier.")
def report(output: Path, lake: Path, run: str | None, since: datetime | None, until: datetime | None) -> None:
    """Write a report of the lake as one page that needs nothing else.

    What became of every input, articles by outlet, day and language, who is quoted, places on a map, events, figures,
    stories and who was first, and the data checks. Without a run or days it is about the whole lake.
    """
    from flows.inputs.errors import UsageError
    from flows.report.report import Scope
    from flows.report.report import report as make_report

    if run and (since or until):
        raise click.UsageError("--run or days, not both")
    made = make_report(lake, Scope(run, since and since.date(), until and until.date()))
    try:
        output.write_text(made, "utf-8")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from error
