"""`newslake serve`, for real: two sources by their schedules, killed in the middle of a run, and started again."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
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


def flow_runs(port: int) -> Counter[tuple[str, str]]:
    """The runs that have ended, by name and state, as Prefect's API tells them."""
    ended = json.dumps({"flow_runs": {"state": {"type": {"any_": ["COMPLETED", "CRASHED", "FAILED"]}}}}).encode()
    asked = Request(f"http://127.0.0.1:{port}/api/flow_runs/filter", ended, {"Content-Type": "application/json"})
    with urlopen(asked, timeout=10) as answered:  # noqa: S310 - our own server
        return Counter((run["name"], run["state_name"]) for run in json.load(answered))


def each_has_run_twice(port: int) -> bool:
    try:
        runs = flow_runs(port)
    except OSError:  # it is not up yet
        return False
    return min(runs[f"ingest {name}", "Completed"] for name in ("long", "short")) >= 2


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
        wait_for(lambda: each_has_run_twice(port), process)
        assert flow_runs(port)["ingest long", "Crashed"] == 1
        with urlopen(f"http://127.0.0.1:{port}/ui-settings", timeout=10) as answered:
            assert json.load(answered)["api_url"] == f"http://127.0.0.1:{port}/api", "its pages ask this server"
        os.killpg(process.pid, signal.SIGINT)  # as ^C does
        assert process.wait(60) == 0
    assert "Traceback" not in (tmp_path / "serve.log").read_text()
    lake = tmp_path / "lake"
    assert rows(lake, "select source, count(*) from inputs where outcome = 'stored' group by source order by 1") == [
        ("long", 20),
        ("short", 2),
    ]
    assert ("interrupted",) in rows(lake, "select status from runs")
    assert rows(lake, "select count(*), count(distinct document_id) from articles") == [(22, 22)]
    assert failing_checks(lake) == []
