"""The command `newslake sources run`: ingest sources of the sources file now, with their settings."""

from collections.abc import Sequence
from pathlib import Path

import click

from flows.answers.display import visible
from flows.cli.commands.ingest import run_ingest
from flows.inputs.errors import UsageError
from flows.inputs.options import Options, options_for
from flows.inputs.source import Source
from flows.scheduling.notify import NotifyError, tell
from flows.scheduling.sources_file import load_notify, load_sources
from sql.sharing.shared import lake_folder
from transforms.records.reasons import Outcome


def run_sources(path: Path, names: Sequence[str], given: Options, *, strict: bool) -> int:
    """Ingest one after the other the sources `names` of the file at `path`, or all that are enabled.

    Returns the exit status: 1 when a source could not be read, or, with `strict`, when an input was rejected.
    Raises UsageError when there is no source of a name.
    """
    status = 0
    target = load_notify(path)
    for source in _chosen(load_sources(path), names, path):
        click.secho(source.name, bold=True)
        try:
            summary = run_ingest(options_for(source, given), as_json=False)
            unread, is_refused = summary.errors(), strict and summary.count(Outcome.REJECTED) > 0
        except UsageError as error:  # it names no file; the others may
            unread, is_refused = [str(error)], False
        if target:
            unread += _untold(target, lake_folder(given.lake), source.name)
        for message in unread:
            click.echo(f"newslake: {source.name}: {visible(message)}", err=True)
        status = 1 if unread or is_refused else status
    return status


def _untold(target: str, lake: Path, source: str) -> list[str]:
    """Tell `target` when the source has broken or is well again; return why that could not be done."""
    try:
        tell(target, lake, source)
    except NotifyError as error:
        return [str(error)]
    return []


def _chosen(sources: Sequence[Source], names: Sequence[str], path: Path) -> Sequence[Source]:
    by_name = {source.name: source for source in sources}
    for name in names:
        if name not in by_name:
            raise UsageError(f"{path} has no source {name}; `newslake sources list` lists them")
    return [by_name[name] for name in names] or [source for source in sources if source.enabled]
