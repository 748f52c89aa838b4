"""The options that several commands have."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import click
from click.core import ParameterSource

from flows.inputs.options import TIME_LIMIT
from sql.sharing.shared import is_shared_address, lake_folder

DATA = "newslake.data"
"""Where what --data gives is kept until --lake is looked at."""


def _named(context: click.Context, name: str, given: str | None) -> str | None:
    """Return what a command names, else what a command above it does, as in `newslake --lake x sql`."""
    if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
        return given
    above = context.parent
    while above is not None:
        if above.params.get(name) is not None:
            return str(above.params[name])
        above = above.parent
    return given


def _data(context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    """Keep --data for --lake, which comes after it."""
    context.meta[DATA] = _named(context, "data", given)
    return given


def _lake(context: click.Context, _parameter: click.Parameter, given: str) -> Path:
    """Return the folder of the lake that is named; of a shared lake that is this machine's part."""
    lake, data = str(_named(context, "lake", given)), context.meta.get(DATA)
    is_given = context.get_parameter_source("data") is ParameterSource.COMMANDLINE
    if is_given and not is_shared_address(lake):
        raise click.BadParameter(
            'is for a lake in PostgreSQL, such as --lake "postgres:dbname=news"', param_hint="--data"
        )
    return lake_folder(lake, data)


def lake_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which lake it is about; it gets the folder of the lake, as `lake`."""
    command = click.option(
        "--lake",
        envvar="NEWSLAKE_LAKE",
        default="data/lake",
        show_default=True,
        metavar="FOLDER|postgres:...",
        callback=_lake,
        help="The folder of the lake, or the PostgreSQL database with its catalogue; also $NEWSLAKE_LAKE.",
    )(command)
    return click.option(
        "--data",
        envvar="NEWSLAKE_DATA",
        metavar="s3://BUCKET/PREFIX",
        is_eager=True,
        expose_value=False,
        callback=_data,
        help="Where the files of a new lake in PostgreSQL are to be: on S3, or a folder; also $NEWSLAKE_DATA.",
    )(command)


width_option = click.option(
    "--width",
    type=click.IntRange(80),
    metavar="COLUMNS",
    help="Width of the table, 80 or more.  [default: the terminal's]",
)


def answer_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command that answers a question the options that say of which lake, in which form, and where to."""
    command = width_option(command)
    command = click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")(
        command
    )
    styles = click.Choice(["table", "csv", "json", "jsonl", "parquet"])
    command = click.option("--format", "style", type=styles, default="table", show_default=True)(command)
    return lake_option(command)


file_option = click.option(
    "--file",
    "path",
    envvar="NEWSLAKE_SOURCES",
    default="sources.toml",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The sources file, also $NEWSLAKE_SOURCES.",
)

workers_option = click.option(
    "--workers",
    type=click.IntRange(1),
    default=lambda: os.cpu_count() or 1,
    show_default="one a core",
    help="Processes that extract.",
)


def executor_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say what runs its batches: `executor` and `scheduler`."""
    command = click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Scheduler of the Dask cluster, such as tcp://10.0.0.1:8786.  [default: a cluster of this machine]",
    )(command)
    executors = click.Choice(["local", "dask"])
    help_text = "What runs the batches: processes here, or Dask."
    return click.option("--executor", type=executors, default="local", show_default=True, help=help_text)(command)


model_option = click.option(
    "--model",
    envvar="NEWSLAKE_MODEL",
    help="spaCy models, one a language, with commas between; also $NEWSLAKE_MODEL.  [default: the best English one]",
)

contact_option = click.option(
    "--contact",
    envvar="NEWSLAKE_CONTACT",
    metavar="ADDRESS",
    help="Web or mail address at which sites can reach you, sent in the User-Agent; also $NEWSLAKE_CONTACT.",
)

strict_option = click.option("--strict", is_flag=True, help="Exit with status 1 when an input was rejected.")

json_option = click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")

timeout_option = click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0, min_open=True),
    help="End the question after so many seconds.  [default: none]",
)


def _as_size(_context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    if given is not None and not re.fullmatch(r"[0-9]+(\.[0-9]+)? ?[KMGT]i?B", given, re.IGNORECASE):
        raise click.BadParameter(f'{given!r} is no size, such as "2 GB"')
    return given


memory_option = click.option(
    "--memory",
    metavar="SIZE",
    callback=_as_size,
    help='Memory that the question may take, such as "2 GB".  [default: half of the machine]',
)

time_limit_option = click.option(
    "--time-limit",
    metavar="SECONDS",
    type=click.FloatRange(0, min_open=True),
    default=TIME_LIMIT,
    show_default=True,
    help="Reject a document that takes longer.",
)
