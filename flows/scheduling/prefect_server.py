"""Run Prefect's server beside this process, for as long as this process lives."""

import multiprocessing
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from flows.inputs.errors import UsageError
from flows.pipeline.child_processes import end_with_parent
from flows.pipeline.interrupts import children_spared
from flows.scheduling.guarded_app import ANY, guarded, names_of

SERVER = "prefect server"
"""What the process of the server is called."""

HOST = "127.0.0.1"
"""Where the server listens unless told otherwise: at this machine alone."""

PATIENCE = 180  # seconds that the server may take to start: 15-25 on two cores, more when it makes its database

SETTINGS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
    # Runs are forgotten after 90 days: a source each minute makes half a million a year. The lake keeps its own.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
}
"""What the server is told unless the environment says otherwise."""


@contextmanager
def prefect_server(host: str, port: int, log: Path) -> Iterator[str]:
    """Start Prefect's server at `port` of `host`, give the address of its API, and stop it in the end.

    Its database is where Prefect keeps it; what it has to say is written to the file `log`, anew at each start. Who may
    ask it something is for PREFECT_SERVER_API_AUTH_STRING to say. Raises UsageError when the port is taken, or the
    server does not start.
    """
    _require_free(host, port)
    api = api_address(host, port)
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(host, port, log), name=SERVER)
    with children_spared():  # it must outlive the ^C that its clients end at
        process.start()
    try:
        _wait_until_it_answers(process, api, log)
        yield api
    finally:
        process.terminate()
        process.join(10)
        process.kill()


def api_address(host: str, port: int) -> str:
    """Return the address of the API, for this machine, of a server that listens on `host`."""
    called = HOST if host in ANY else host
    return f"http://{f'[{called}]' if ':' in called else called}:{port}/api"


def _serve(host: str, port: int, log: Path) -> None:
    end_with_parent()
    os.umask(0o077)  # its database and its log tell what the runs were given
    # Its pages ask the API at the standard port unless they are told; a host that has many names is asked by its own.
    pages = {
        "PREFECT_SERVER_UI_API_URL": "/api" if host in ANY else api_address(host, port),
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": ",".join(f"http://{name}" for name in sorted(names_of(host, port))),
    }
    for name, value in {**SETTINGS, **pages}.items():
        os.environ.setdefault(name, value)
    with log.open("wb") as written:
        os.dup2(written.fileno(), 1)
        os.dup2(written.fileno(), 2)
    import uvicorn
    from prefect.server.api.server import create_app

    app = guarded(create_app(final=True), names_of(host, port))
    uvicorn.run(app, host=host, port=port, log_level=os.environ["PREFECT_SERVER_LOGGING_LEVEL"].lower())


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except socket.gaierror as error:
            raise UsageError(f"{host} is no name or address of this machine") from error
        except OSError as error:
            raise UsageError(
                f"port {port} of {host} is not free: name another with --port, or, when a Prefect server listens "
                f"there, set PREFECT_API_URL={api_address(host, port)}"
            ) from error


def _wait_until_it_answers(process: BaseProcess, api: str, log: Path) -> None:
    deadline = monotonic() + PATIENCE
    while process.is_alive() and monotonic() < deadline:
        with suppress(URLError, OSError), urlopen(f"{api}/health", timeout=5):  # noqa: S310 - our own server
            return
        sleep(0.2)
    raise UsageError(f"the Prefect server did not start; {log} says why")
