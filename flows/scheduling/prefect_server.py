"""Run Prefect's server beside this process, for as long as this process lives."""

import multiprocessing
import os
import runpy
import socket
import sys
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

SERVER = "prefect server"
"""What the process of the server is called."""

HOST = "127.0.0.1"

PATIENCE = 180  # seconds that the server may take to start: 15-25 on two cores, more when it makes its database

SETTINGS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
    # Runs are forgotten after 90 days: a source each minute makes half a million a year. The lake keeps its own.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
}
"""What the server is told unless the environment says otherwise."""


@contextmanager
def prefect_server(port: int, log: Path) -> Iterator[str]:
    """Start Prefect's server at `port` of this machine, give the address of its API, and stop it in the end.

    Its database is where Prefect keeps it; what it has to say is written to the file `log`, anew at each start. Raises
    UsageError when the port is taken, or the server does not start.
    """
    _require_free(port)
    api = f"http://{HOST}:{port}/api"
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(port, log), name=SERVER)
    with children_spared():  # it must outlive the ^C that its clients end at
        process.start()
    try:
        _wait_until_it_answers(process, api, log)
        yield api
    finally:
        process.terminate()
        process.join(10)
        process.kill()


def _serve(port: int, log: Path) -> None:
    end_with_parent()
    # Its pages ask the API at the standard port unless they are told.
    for name, value in {**SETTINGS, "PREFECT_SERVER_UI_API_URL": f"http://{HOST}:{port}/api"}.items():
        os.environ.setdefault(name, value)
    with log.open("wb") as written:
        os.dup2(written.fileno(), 1)
        os.dup2(written.fileno(), 2)
    sys.argv = ["prefect", "server", "start", "--host", HOST, "--port", str(port)]
    runpy.run_module("prefect", run_name="__main__")


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise UsageError(
                f"port {port} is not free: name another with --port, or, when a Prefect server listens there, "
                f"set PREFECT_API_URL=http://{HOST}:{port}/api"
            ) from error


def _wait_until_it_answers(process: BaseProcess, api: str, log: Path) -> None:
    deadline = monotonic() + PATIENCE
    while process.is_alive() and monotonic() < deadline:
        with suppress(URLError, OSError), urlopen(f"{api}/health", timeout=5):  # noqa: S310 - our own server
            return
        sleep(0.2)
    raise UsageError(f"the Prefect server did not start; {log} says why")
