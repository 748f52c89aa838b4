"""The command line: the commands of newslake, their arguments and options."""

import sys
from pathlib import Path

import click

from flows.answers.display import visible
from flows.cli.commands.backup import backup, restore
from flows.cli.commands.explore import explore
from flows.cli.commands.export import export as export_command
from flows.cli.commands.forget import forget
from flows.cli.commands.maintain import maintain
from flows.cli.commands.mcp import mcp
from flows.cli.commands.query import query as query_group
from flows.cli.commands.repair import repair as repair_command
from flows.cli.commands.report import report
from flows.cli.commands.reprocess import reprocess as reprocess_command
from flows.cli.commands.runs import runs
from flows.cli.commands.search import search as search_command
from flows.cli.commands.show import show
from flows.cli.commands.sources import sources as sources_group
from flows.cli.commands.status import status
from flows.cli.options import (
    answer_options,
    contact_option,
    executor_options,
    file_option,
    json_option,
    lake_option,
    memory_option,
    model_option,
    strict_option,
    time_limit_option,
    timeout_option,
    workers_option,
)
from flows.inputs.errors import UsageError
from sql.errors import LakeError
from sql.sharing.shared import address_of


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newslake")
@click.option("--lake", metavar="FOLDER|postgres:...", help="The lake, for any command.")
@click.option("--data", metavar="s3://BUCKET/PREFIX", help="Where its files are to be, for any command.")
def cli(lake: str | None, data: str | None) -> None:
    """Turn news articles into a lake that anyone can ask in SQL, with receipts for every value."""


@cli.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@lake_option
@workers_option
@model_option
@click.option("--limit", type=click.IntRange(1), help="Take at most this many inputs.")
@time_limit_option
@executor_options
@click.option("--allow-private", is_flag=True, help="Let addresses lead into private networks.")
@contact_option
@strict_option
@json_option
def ingest(  # noqa: PLR0913 - one argument an option
    sources: tuple[str, ...],
    lake: Path,
    workers: int,
    model: str | None,
    limit: int | None,
    *,
    time_limit: float,
    executor: str,
    scheduler: str | None,
    allow_private: bool,
    contact: str | None,
    strict: bool,
    as_json: bool,
) -> None:
    """Ingest articles: SOURCE is a file, a folder, a glob, or an address.

    Files are plain text, HTML, JSON Lines or web archives (WARC), also as .gz or .zst; at an address stands a page, a
    feed, a sitemap, a list of pages or an archive.

    A SOURCE that was ingested before costs little: what has not changed is not read again.
    """
    from flows.cli.commands.ingest import run_ingest
    from flows.inputs.options import Options
    from transforms.records.reasons import Outcome

    options = Options(
        list(sources),
        address_of(lake),
        workers=workers,
        model=model,
        limit=limit,
        allow_private=allow_private,
        contact=contact,
        time_limit=time_limit,
        executor=executor,
        scheduler=scheduler,
    )
    summary = run_ingest(options, as_json=as_json)
    sys.exit(1 if strict and summary.count(Outcome.REJECTED) else 0)


@cli.command()
@click.argument("question", metavar="SELECT")
@answer_options
@timeout_option
@memory_option
def sql(  # noqa: PLR0913 - one argument an option
    question: str,
    lake: Path,
    style: str,
    output: Path | None,
    *,
    width: int | None,
    timeout: float | None,
    memory: str | None,
) -> None:
    r"""Ask the lake in SQL; `newslake tables` says what there is to ask.

    A question reads the lake alone: no other file, no setting of the machine, no network.

    In CSV an apostrophe stands before text that a spreadsheet would run as a formula: it begins with = + - @, a tab or
    a break, and is no number. Characters that act on a terminal are written as \uXXXX. JSON and Parquet give values as
    they are.
    """
    from flows.answers.limits import Limits, half_of_the_memory
    from flows.cli.commands.sql import answer

    answer(lake, question, {}, style, output, Limits(timeout, memory or half_of_the_memory()), width=width)


@cli.command()
@click.argument("name", required=False)
@lake_option
def tables(name: str | None, lake: Path) -> None:
    """List the tables and views with their rows, or the columns of the one called NAME."""
    from flows.cli.commands.tables import list_columns, list_tables

    if name is None:
        list_tables(lake)
    else:
        list_columns(lake, name)


@cli.command()
@lake_option
@file_option
def check(lake: Path, path: Path) -> None:
    """Run the data checks; exit with status 1 when one fails.

    Warns of sources that could not be read, have gone silent, or by the sources file should have run and have not.
    """
    from flows.cli.check import run_checks

    sys.exit(1 if run_checks(lake, path) else 0)


@cli.command()
@file_option
@lake_option
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that extract, a run.")
@model_option
@contact_option
@time_limit_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address that the Prefect server listens on.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=4200, show_default=True, help="Port of the Prefect server."
)
def serve(  # noqa: PLR0913 - one argument an option
    path: Path,
    lake: Path,
    *,
    workers: int,
    model: str | None,
    contact: str | None,
    time_limit: float,
    host: str,
    port: int,
) -> None:
    """Run the sources of the sources file by their schedules, until ^C.

    With a Prefect API configured the runs are tracked there; otherwise a Prefect server is started for them. It answers
    this machine alone, and who gives the password that is printed, or that PREFECT_SERVER_API_AUTH_STRING sets.
    """
    from flows.cli.commands.serve import run_serve
    from flows.inputs.options import Options

    options = Options(
        [], address_of(lake), workers=workers, model=model, contact=contact, when_due=True, time_limit=time_limit
    )
    run_serve(path, options, host, port)


cli.add_command(sources_group)
cli.add_command(query_group)
cli.add_command(search_command)
cli.add_command(show)
cli.add_command(explore)
cli.add_command(report)
cli.add_command(maintain)
cli.add_command(forget)
cli.add_command(status)
cli.add_command(runs)
cli.add_command(export_command)
cli.add_command(backup)
cli.add_command(restore)
cli.add_command(mcp)
cli.add_command(repair_command)
cli.add_command(reprocess_command)


def main() -> None:
    """Run the command line; what cannot be done is one line on standard error."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe went away, as `head` does
        sys.exit(141)
    except (UsageError, LakeError, OSError) as error:  # OSError: a full disk, a model that is not installed
        click.echo(f"newslake: {visible(str(error))}", err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("newslake: stopped; what was committed stands, and running again completes the rest", err=True)
        sys.exit(130)


if __name__ == "__main__":
    main()
