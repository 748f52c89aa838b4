"""`newslake explore` serves until it is told to stop, and says what is in its way."""

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from click.testing import CliRunner

from flows.cli.main import cli
from flows.inputs.errors import UsageError
from sql.errors import LakeError
from sql.lake import open_lake


def test_it_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake"):
        pass
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-m", "flows.cli.main", "explore", "--lake", str(tmp_path / "lake"), "--port", port]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            assert process.stderr is not None
            assert f"is shown at http://127.0.0.1:{port}/" in process.stderr.readline()
            with urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
                assert b"<h1>0 articles</h1>" in answer.read()
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
            assert process.stderr.read() == "newslake: stopped\n"
        finally:
            process.kill()


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(cli, ["explore", "--lake", str(tmp_path), "--port", str(port)])
    assert isinstance(result.exception, UsageError)
    assert f"port {port} of 127.0.0.1 is not free" in str(result.exception)


def test_without_a_lake_there_is_nothing_to_show(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["explore", "--lake", str(tmp_path / "none"), "--port", "4399"])
    assert isinstance(result.exception, LakeError)
    assert "there is no lake" in str(result.exception)
