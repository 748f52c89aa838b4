"""The command `newslake explore`: read the lake in a browser."""

from contextlib import suppress
from pathlib import Path

import click

from flows.cli.options import lake_option, memory_option
from sql.sharing.shared import address_of

HOST = "127.0.0.1"

SECONDS = 30.0
"""What a page's question may take: longer, nobody waits before a browser."""


@click.command()
@lake_option
@click.option("--port", type=click.IntRange(1, 65535), default=4300, show_default=True, help="Port of this machine.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0, min_open=True),
    default=SECONDS,
    show_default=True,
    help="End a page's question after so many seconds.",
)
@memory_option
def explore(lake: Path, port: int, *, timeout: float, memory: str | None) -> None:
    """Read the lake in a browser, until ^C.

    Search it, see the articles with their values marked in the text, follow people and places through them, and ask in
    SQL. The pages answer this machine alone, change nothing, and load nothing from elsewhere.
    """
    import socket

    import uvicorn

    from flows.answers.limits import Limits, half_of_the_memory
    from flows.explore.app import explore_app
    from flows.inputs.errors import UsageError

    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen()  # now, so that a browser that comes before the pages are ready waits
        except OSError as error:
            raise UsageError(f"port {port} of {HOST} is not free: name another with --port") from error
        _index(lake)
        shown = address_of(lake)
        with explore_app(lake, port, Limits(timeout, memory or half_of_the_memory())) as app:
            click.echo(f"newslake: the lake {shown} is shown at http://{HOST}:{port}/, and ^C stops", err=True)
            with suppress(KeyboardInterrupt):  # which uvicorn raises when it has ended what was under way
                uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off")).run(sockets=[listening])
    click.echo("newslake: stopped", err=True)


def _index(lake: Path) -> None:
    """Bring the index of the search up to the lake while somebody sees how far it is, not while he waits for a page."""
    from flows.cli.progress import progress
    from flows.search.index import open_index
    from sql.lake import read_lake

    with (
        read_lake(lake) as connection,
        progress() as show,
        open_index(lake, connection, lambda done, of: show(f"indexing articles: {done:,} of {of:,}")),
    ):
        pass
