"""The command `newslake serve`: run the sources of the sources file by their schedules."""

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from filelock import Timeout

from flows.inputs.errors import UsageError
from flows.inputs.options import Options, options_for
from flows.inputs.source import Source
from flows.scheduling import prefect_api
from flows.scheduling.sources_file import load_notify, load_sources
from sql.attach import CATALOG
from sql.locks import serve_lock
from sql.private_files import private_files
from sql.sharing.shared import address_of, lake_folder

SERVER_LOG = "prefect-server.log"

PASSWORD = "PREFECT_SERVER_API_AUTH_STRING"  # noqa: S105 - the name of Prefect's setting
"""Prefect's setting of who may ask its server, as user:password; without it one is made at each start."""

OPEN = (
    "newslake: {host} is open to others than this machine. Prefect's pages have no password, the API behind them has: "
    "whoever knows it can start and stop runs, and it goes over the network as it is. Set your own in {setting}, and "
    "put a server that speaks HTTPS before port {port}."
)


def run_serve(path: Path, given: Options, host: str, port: int) -> None:
    """Serve the sources of the file at `path` until told to stop; `given` are the options for all of them.

    A Prefect server of our own listens at `port` of `host`.

    Raises UsageError when there is nothing to serve, or another process serves the same lake.
    """
    sources = [source for source in load_sources(path) if source.enabled]
    if not any(source.schedule for source in sources):
        raise UsageError(f'{path}: no source that is enabled has a schedule, such as schedule = "15m"')
    lake = lake_folder(given.lake)
    with private_files(lake / CATALOG), _alone(lake), _api(host, port, lake / SERVER_LOG) as pages:
        from flows.scheduling.serving import serve

        _say(sources, path, given.lake, pages)
        serve(sources, {source.name: options_for(source, given) for source in sources}, load_notify(path))
    click.echo("newslake: stopped; what was committed stands, and the next run completes the rest", err=True)


@contextmanager
def _alone(lake: Path) -> Iterator[None]:
    lake.mkdir(parents=True, exist_ok=True)
    try:
        with serve_lock(lake):
            yield
    except Timeout:
        raise UsageError(f"another newslake serves the lake {address_of(lake)} already") from None


@contextmanager
def _api(host: str, port: int, log: Path) -> Iterator[str]:
    """See that there is a Prefect API: the one that is configured, or a server of our own; say where runs are shown."""
    if prefect_api.is_configured():
        from prefect.settings import PREFECT_UI_URL

        yield f"at {PREFECT_UI_URL.value()}"
        return
    from flows.scheduling.prefect_server import HOST, prefect_server

    if host != HOST:
        click.secho(OPEN.format(host=host, port=port, setting=PASSWORD), err=True, fg="yellow")
    is_set = bool(prefect_api.setting(PASSWORD))
    password = prefect_api.setting(PASSWORD) or f"newslake:{secrets.token_urlsafe(18)}"
    # Prefect reads these when it is imported, in the server, here and in the runs.
    os.environ |= {PASSWORD: password, "PREFECT_API_AUTH_STRING": password}
    click.echo(f"newslake: starting a Prefect server, which takes some seconds; its log is {log}", err=True)
    with prefect_server(host, port, log) as api:
        os.environ["PREFECT_API_URL"] = api
        asked = f"what {PASSWORD} says" if is_set else password
        yield f"at {api.removesuffix('/api')}, where {asked} is asked for once"


def _say(sources: Sequence[Source], path: Path, lake: str, pages: str) -> None:
    noun = "source" if len(sources) == 1 else "sources"
    click.echo(
        f"newslake: serving {len(sources)} {noun} of {path} into {lake}; runs are shown {pages}, and ^C stops", err=True
    )
