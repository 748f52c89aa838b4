"""The options that several commands have."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import click
from click.core import ParameterSource

from flows.inputs.options import TIME_LIMIT


def _lake(context: click.Context, parameter: click.Parameter, given: Path) -> Path:
    """Return the lake that a command names, else that of a command above it, as in `newslake --lake x sql`."""
    if context.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE:
        return given
    above = context.parent
    while above is not None:
        if above.params.get("lake") is not None:
            return Path(above.params["lake"])
        above = above.parent
    return given


lake_option = click.option(
    "--lake",
    envvar="NEWSLAKE_LAKE",
    default="data/lake",
    show_default=True,
    type=click.Path(path_type=Path),
    callback=_lake,
    help="The folder of the lake, also $NEWSLAKE_LAKE.",
)


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
