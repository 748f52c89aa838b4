"""Start the Prefect server that tracks a measured run, in a home of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from flows.scheduling.prefect_server import HOST, prefect_server

PORT = 42517
"""Where the server listens: a port that nothing else is known for."""


@contextmanager
def tracking(work: Path) -> Iterator[tuple[dict[str, str], list[psutil.Process]]]:
    """Yield the environment in which a run is tracked, and the server's processes; what it has is kept in `work`."""
    os.environ["PREFECT_HOME"] = str(work / "prefect")
    (work / "prefect").mkdir()
    with prefect_server(HOST, PORT, work / "prefect.log") as api:
        yield {**os.environ, "PREFECT_API_URL": api}, psutil.Process().children(recursive=True)
