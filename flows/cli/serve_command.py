"""The command `newslake serve`: run the sources of the sources file by their schedules."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from filelock import FileLock, Timeout

from flows.inputs.errors import UsageError
from flows.inputs.options import Options, options_for
from flows.inputs.source import Source
from flows.scheduling import prefect_api
from flows.scheduling.sources_file import load_sources
from sql.attach import CATALOG
from sql.private_files import private_files

LOCK = "serve.lock"
SERVER_LOG = "prefect-server.log"


def run_serve(path: Path, given: Options, port: int) -> None:
    """Serve the sources of the file at `path` until told to stop; `given` are the options for all of them.

    Raises UsageError when there is nothing to serve, or another process serves the same lake.
    """
    sources = [source for source in load_sources(path) if source.enabled]
    if not any(source.schedule for source in sources):
        raise UsageError(f'{path}: no source that is enabled has a schedule, such as schedule = "15m"')
    lake = Path(given.lake)
    with private_files(lake / CATALOG), _alone(lake), _api(port, lake / SERVER_LOG):
        from flows.scheduling.serving import serve

        _say(sources, path, given.lake)
        serve(sources, {source.name: options_for(source, given) for source in sources})
    click.echo("newslake: stopped; what was committed stands, and the next run completes the rest", err=True)


@contextmanager
def _alone(lake: Path) -> Iterator[None]:
    lake.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(lake / LOCK, timeout=0):
            yield
    except Timeout:
        raise UsageError(f"another newslake serves the lake {lake} already") from None


@contextmanager
def _api(port: int, log: Path) -> Iterator[None]:
    """See that there is a Prefect API: the one that is configured, or a server of our own."""
    if prefect_api.is_configured():
        yield
        return
    from flows.scheduling.prefect_server import prefect_server

    click.echo(f"newslake: starting a Prefect server, which takes some seconds; its log is {log}", err=True)
    with prefect_server(port, log) as api:
        os.environ["PREFECT_API_URL"] = api  # Prefect reads it when it is imported, here and in the runs
        yield


def _say(sources: Sequence[Source], path: Path, lake: str) -> None:
    from prefect.settings import PREFECT_UI_URL

    noun = "source" if len(sources) == 1 else "sources"
    click.echo(
        f"newslake: serving {len(sources)} {noun} of {path} into {lake}; runs are shown at {PREFECT_UI_URL.value()}, "
        "and ^C stops",
        err=True,
    )
