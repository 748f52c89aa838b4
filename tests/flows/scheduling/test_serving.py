"""`newslake serve`, for real: two sources by their schedules, killed in the middle of a run, and started again."""

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.flows.pipeline.test_run import failing_checks
from tests.flows.web.test_crawl import RSS, feed, page, rows
from tests.flows.web_server import WebServer, answer

SOURCE = """
[[source]]
name = "{name}"
kind = "feed"
address = "{address}"
schedule = "10s"
delay = {delay}
allow_private = true
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(what: Callable[[], object], process: "subprocess.Popen[bytes]", seconds: float = 180) -> None:
    end = monotonic() + seconds
    while not what():
        assert process.poll() is None, "newslake serve ended"
        assert monotonic() < end, "it took too long"
        sleep(0.2)


def password(folder: Path) -> str:
    """What was printed at the last start; empty before."""
    found = re.findall(r"where (newslake:\S+) is asked for once", (folder / "serve.log").read_text())
    return found[-1] if found else ""


def ask(
    port: int, path: str, password: str, headers: dict[str, str] | None = None, content: object = None
) -> tuple[int, Any, dict[str, str]]:
    """Status, content and headers of what Prefect's server answers."""
    given = {"Authorization": f"Basic {base64.b64encode(password.encode()).decode()}"} if password else {}
    body = None if content is None else json.dumps(content).encode()
    asked = Request(
        f"http://127.0.0.1:{port}{path}", body, {"Content-Type": "application/json"} | given | (headers or {})
    )
    try:
        with urlopen(asked, timeout=10) as answered:  # noqa: S310 - our own server
            return answered.status, json.load(answered), dict(answered.headers)
    except HTTPError as error:
        return error.code, error.read().decode(), dict(error.headers)


def flow_runs(port: int, password: str) -> Counter[tuple[str, str]]:
    """The runs that have ended, by name and state, as Prefect's API tells them."""
    ended = {"flow_runs": {"state": {"type": {"any_": ["COMPLETED", "CRASHED", "FAILED"]}}}}
    try:
        status, found, _ = ask(port, "/api/flow_runs/filter", password, content=ended)
    except OSError:  # it is not up yet
        return Counter()
    return Counter() if status != 200 else Counter((run["name"], run["state_name"]) for run in found)


def each_has_run_twice(folder: Path, port: int) -> bool:
    runs = flow_runs(port, password(folder))
    return min(runs[f"ingest {name}", "Completed"] for name in ("long", "short")) >= 2


def answers_nobody_else(port: int, password: str) -> None:
    everything: dict[str, object] = {}
    for wrong in ("", "newslake:guessed"):
        assert ask(port, "/api/deployments/filter", wrong, content=everything)[0] == 401
    for headers in (
        {"Host": "rebound.example"},
        {"Host": f"rebound.example:{port}"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": f"http://127.0.0.1:{port + 1}"},
    ):
        assert ask(port, "/api/deployments/filter", password, headers, everything)[0] == 403
        assert ask(port, "/api/health", "", headers)[0] == 403
    status, _, sent = ask(port, "/api/health", "", {"Origin": f"http://localhost:{port}"})
    assert (status, sent.get("access-control-allow-origin")) == (200, f"http://localhost:{port}")
    assert "access-control-allow-origin" not in ask(port, "/api/health", "")[2]


def runs_nothing_else(port: int, password: str, elsewhere: Path) -> None:
    """A run can be told neither what to read nor where to put it."""
    deployments = ask(port, "/api/deployments/filter", password, content={})[1]
    assert [deployment["parameters"] for deployment in deployments] == [{}, {}, {}]
    told = {"parameters": {"sources": ["/etc/hostname"], "lake": str(elsewhere)}}
    status, run, _ = ask(port, f"/api/deployments/{deployments[0]['id']}/create_flow_run", password, content=told)
    while status == 201 and run["state_type"] not in {"FAILED", "CRASHED", "CANCELLED"}:
        assert run["state_type"] != "COMPLETED"
        sleep(0.5)
        run = ask(port, f"/api/flow_runs/{run['id']}", password)[1]
    assert not elsewhere.exists()


@contextmanager
def serving(folder: Path, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment["PREFECT_HOME"] = str(folder / "prefect")
    environment["PYTHONPATH"] = str(Path(__file__).parents[3])
    arguments = ["serve", "--file", "sources.toml", "--lake", "lake", "--port", str(port)]
    with (folder / "serve.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "flows.cli.main", *arguments],
            cwd=folder,
            env=environment,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_killed_service_is_completed_by_the_next(server: WebServer, tmp_path: Path) -> None:
    pages = {
        name: [server.serve(f"/{name}/{n}", answer(page(f"The {name} bridge opens, part {n}"))) for n in range(count)]
        for name, count in (("long", 20), ("short", 2))
    }
    for name, delay in (("long", 0.5), ("short", 0)):
        address = server.serve(f"/{name}.xml", answer(feed(*pages[name]), headers=RSS))
        with (tmp_path / "sources.toml").open("a", encoding="utf-8") as file:
            file.write(SOURCE.format(name=name, address=address, delay=delay))
    port = free_port()
    with serving(tmp_path, port) as killed:
        wait_for(lambda: "/long/3" in server.paths(), killed)
        killed.send_signal(signal.SIGKILL)
        killed.wait()
    assert rows(tmp_path / "lake", "select count(*) from inputs where source = 'long'") == [(0,)]
    with serving(tmp_path, port) as process:
        wait_for(lambda: each_has_run_twice(tmp_path, port), process)
        assert flow_runs(port, password(tmp_path))["ingest long", "Crashed"] == 1
        answers_nobody_else(port, password(tmp_path))
        assert "Traceback" not in (tmp_path / "serve.log").read_text()
        runs_nothing_else(port, password(tmp_path), tmp_path / "elsewhere")
        told = len((tmp_path / "serve.log").read_text())
        written = [*(tmp_path / "prefect").glob("prefect.db*"), *(tmp_path / "lake").rglob("*.parquet")]
        assert {path.stat().st_mode & 0o777 for path in written} == {0o600}
        with urlopen(f"http://127.0.0.1:{port}/ui-settings", timeout=10) as answered:
            assert json.load(answered)["api_url"] == f"http://127.0.0.1:{port}/api", "its pages ask this server"
        os.killpg(process.pid, signal.SIGINT)  # as ^C does
        assert process.wait(60) == 0
    assert "Traceback" not in (tmp_path / "serve.log").read_text()[told:]
    lake = tmp_path / "lake"
    assert rows(lake, "select source, count(*) from inputs where outcome = 'stored' group by source order by 1") == [
        ("long", 20),
        ("short", 2),
    ]
    assert ("interrupted",) in rows(lake, "select status from runs")
    assert rows(lake, "select count(*), count(distinct document_id) from articles") == [(22, 22)]
    assert failing_checks(lake) == []
