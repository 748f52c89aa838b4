"""The commands `newslake sources`: what articles come from, and when."""

import json
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from flows.answers.display import visible
from flows.cli.options import (
    contact_option,
    file_option,
    lake_option,
    model_option,
    strict_option,
    time_limit_option,
    workers_option,
)
from flows.inputs.errors import UsageError
from flows.inputs.schedules import next_run, polling_interval
from flows.inputs.source import Kind, Source, find_errors
from sql.sharing.shared import address_of

if TYPE_CHECKING:
    from rich.table import Table

schedule_option = click.option(
    "--schedule", metavar="WHEN", help='An interval, such as "15m", "1h" or "1d", or a cron expression, in UTC.'
)


@click.group()
def sources() -> None:
    """List and change the sources of articles, which a TOML file holds."""


@sources.command(name="list")
@file_option
@click.option("--json", "as_json", is_flag=True, help="Print the sources as JSON.")
def list_sources(path: Path, *, as_json: bool) -> None:
    """List the sources."""
    from flows.scheduling.sources_file import load_sources

    found = load_sources(path)
    if as_json:
        click.echo(visible(json.dumps([asdict(source) for source in found], indent=2, ensure_ascii=False), lines=True))
        return
    table = _table("name", "kind", "address", "schedule", "settings")
    for source in found:
        cells = (source.name, source.kind, source.address, source.schedule or "-", _settings(source))
        table.add_row(*map(visible, cells))
    _print(table)


@sources.command(short_help="Add a source.")
@click.argument("name")
@click.argument("address")
@file_option
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), required=True, help="What the address holds.")
@schedule_option
@click.option("--limit", type=click.IntRange(1), help="Take at most this many inputs a run.")
@click.option("--delay", type=click.FloatRange(0), help="Seconds between two requests to a host.")
@click.option("--allow-private", is_flag=True, help="Permit addresses in private networks.")
@click.option("--disabled", is_flag=True, help="Add it without running it on its schedule.")
def add(  # noqa: PLR0913 - one argument an option
    name: str,
    address: str,
    path: Path,
    *,
    kind: str,
    schedule: str | None,
    limit: int | None,
    delay: float | None,
    allow_private: bool,
    disabled: bool,
) -> None:
    """Add a source: its NAME, of a-z, 0-9 and hyphens, and its ADDRESS, a path, glob or URL."""
    from flows.scheduling.sources_file import add_sources

    source = Source(
        name=name,
        kind=Kind(kind),
        address=address,
        schedule=schedule,
        enabled=not disabled,
        limit=limit,
        delay=delay,
        allow_private=allow_private,
    )
    _refuse_errors(source)
    add_sources(path, [source])
    click.echo(f"added {name} to {path}", err=True)


@sources.command(short_help="Check the file; print when each source runs next.")
@file_option
def check(path: Path) -> None:
    """Check the sources file and print when each source runs next; exit with status 1 when something is wrong."""
    from flows.scheduling.sources_file import find_problems, load_sources

    problems = find_problems(path)
    for problem in problems:
        click.echo(visible(f"{path}:{problem.line}: {problem.message}"), err=True)
    if problems:
        sys.exit(1)
    now = datetime.now(UTC)
    table = _table("name", "kind", "address", "schedule", "next run")
    for source in load_sources(path):
        cells = (source.name, source.kind, source.address, source.schedule or "-", _next(source, now))
        table.add_row(*map(visible, cells))
    _print(table)


@sources.command(short_help="Ingest sources now, all or the named ones.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@file_option
@lake_option
@workers_option
@model_option
@contact_option
@time_limit_option
@strict_option
def run(  # noqa: PLR0913 - one argument an option
    names: tuple[str, ...],
    path: Path,
    lake: Path,
    workers: int,
    model: str | None,
    *,
    contact: str | None,
    time_limit: float,
    strict: bool,
) -> None:
    """Ingest the sources NAME now, one after the other with their settings; without NAME, all that are enabled.

    Exits with status 1 when a source could not be read; the others run all the same.
    """
    from flows.cli.commands.sources_run import run_sources
    from flows.inputs.options import Options

    options = Options([], address_of(lake), workers=workers, model=model, contact=contact, time_limit=time_limit)
    sys.exit(run_sources(path, names, options, strict=strict))


@sources.command(name="import", short_help="Add the feeds of an OPML file.")
@click.argument("opml", type=click.File("rb"))
@file_option
@schedule_option
def import_opml(opml: BinaryIO, path: Path, schedule: str | None) -> None:
    """Add the feeds of an OPML file, or of standard input when it is "-"; those that are there already are left out."""
    from flows.scheduling.opml import read_opml
    from flows.scheduling.sources_file import add_sources, load_sources

    known = load_sources(path) if path.exists() else ()
    try:
        found = read_opml(opml.read(), {source.name for source in known})
    except UsageError as error:
        raise UsageError(f"{opml.name}: {error}") from error
    addresses = {source.address for source in known}
    new = [replace(source, schedule=schedule) for source in found if source.address not in addresses]
    if new:
        _refuse_errors(new[0])
        add_sources(path, new)
    click.echo(f"added {len(new):,} of {len(found):,} feeds to {path}", err=True)


@sources.command(short_help="Print the feeds as OPML.")
@file_option
@click.option("--output", type=click.File("wb"), default="-", help="Write to this file.")
def export(path: Path, output: BinaryIO) -> None:
    """Print the feeds as OPML, for feed readers; other sources cannot be written in it."""
    from flows.scheduling.opml import write_opml
    from flows.scheduling.sources_file import load_sources

    found = load_sources(path)
    output.write(write_opml(found))
    others = sum(source.kind != Kind.FEED for source in found)
    if others:
        click.echo(f"left out {others:,} of {len(found):,} sources, which are not feeds", err=True)


def _refuse_errors(source: Source) -> None:
    given = {key: value for key, value in asdict(source).items() if value is not None}
    if error := next(find_errors(given), None):
        raise UsageError(error.message)


def _settings(source: Source) -> str:
    said = [
        "" if source.enabled else "disabled",
        f"limit {source.limit:,}" if source.limit else "",
        f"delay {source.delay:g} s" if source.delay is not None else "",
        "private addresses" if source.allow_private else "",
        f"in {source.folder}" if source.folder else "",
    ]
    return ", ".join(filter(None, said))


def _next(source: Source, now: datetime) -> str:
    if not source.enabled:
        return "disabled"
    if source.schedule is None:
        return "on demand"
    if polling_interval(source.schedule):
        return f"at start, then each {source.schedule.strip()}"
    at = next_run(source.schedule, now)
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "-"


def _table(*columns: str) -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in columns:  # an address is folded where it must be: one that is cut off cannot be copied
        table.add_column(column, no_wrap=column != "address", overflow="fold")
    return table


def _print(table: "Table") -> None:
    from rich.console import Console

    Console(markup=False, emoji=False, highlight=False).print(table)  # a glob has brackets, an address colons
