"""A lake with the seed article and a hostile one, and its pages served to this machine."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import uvicorn

from flows.answers.limits import Limits
from flows.explore.app import explore_app
from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.lake import open_lake

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
SCRIPT = "<script>alert(1)</script>"
TURNED = "Left \u202eturned\u202c \x1b[31mred"
WORDS = "The bridge opened on Monday after three years of work, the mayor of the town said at the ceremony. "


@pytest.fixture(scope="session")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explored")
    hostile = {"url": "https://evil.example/a", "title": SCRIPT, "site": SCRIPT, "author": "Ann <b>Bold</b>"}
    lines = [
        hostile | {"text": f"{WORDS * 2}{TURNED} {SCRIPT}. " + WORDS, "date": "2026-11-20", "section": SCRIPT},
        {"url": "https://first.example/b", "title": "A bridge", "text": WORDS * 5, "date": "2026-11-19"},
        {"url": "https://second.example/b", "title": "A bridge!", "text": WORDS * 5, "date": "2026-11-21"},
    ]
    (folder / "<img src=x onerror=alert(1)>.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    seed = SAMPLES / "islamic-resistance-in-iraq.txt"
    run(Options([str(seed), str(folder / "*.jsonl")], str(folder / "lake")), local(1, None))
    with open_lake(folder / "lake") as opened:
        opened.commit(lambda: _make_hostile(opened.connection))
    return folder / "lake"


def _make_hostile(connection: "object") -> None:
    connection.execute(f"update entities set name = '{SCRIPT}', role = '{SCRIPT}' where name = 'Sabrina Singh'")  # type: ignore[attr-defined]
    connection.execute(f"update quotes set speaker_text = '{SCRIPT}' where speaker_text = 'Sabrina Singh'")  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def served(lake: Path) -> Iterator[str]:
    """The address of the pages."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        with explore_app(lake, port, Limits(20, "2 GB")) as app:
            server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
            thread = Thread(target=server.run, kwargs={"sockets": [listening]})
            thread.start()
            yield f"http://127.0.0.1:{port}"
            server.should_exit = True
            thread.join()
