"""A question ends within its limits, and says which it met."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from flows.answers.limits import Limits, half_of_the_memory
from flows.cli.commands.sql import answer
from flows.inputs.errors import UsageError
from sql.lake import open_lake

LONG = "select count(*) from range(10000000) a, range(10000000) b where hash(a.range, b.range) = 1"
"""Takes days."""

SLOW_ANSWER = "select a.range from range(10000000) a, range(10000000) b where hash(a.range, b.range) % 100000 = 1"
"""Gives rows now and then, for days."""


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("limits") / "lake"
    with open_lake(folder):
        pass
    return folder


@pytest.mark.parametrize("question", [LONG, SLOW_ANSWER])
@pytest.mark.parametrize("style", ["csv", "table"])
def test_time_ends_a_question(lake: Path, question: str, style: str, tmp_path: Path) -> None:
    started = monotonic()
    output = tmp_path / "answer" if style == "csv" else None
    with pytest.raises(UsageError, match=r"took longer than 0\.5 seconds, and was ended"):
        answer(lake, question, {}, style, output, Limits(0.5, half_of_the_memory()))
    assert monotonic() - started < 30
    assert list(tmp_path.iterdir()) == []


def test_memory_ends_a_question(lake: Path) -> None:
    with pytest.raises(UsageError, match="needs more memory than 64 MiB; --memory allows more"):
        answer(lake, "select list(range) from range(50000000)", {}, "csv", None, Limits(None, "64 MiB"))


def test_nothing_of_a_question_is_laid_on_disk(lake: Path) -> None:
    with pytest.raises(UsageError, match="needs more memory than 64 MiB"):
        answer(lake, "select * from range(50000000) order by hash(range)", {}, "csv", None, Limits(None, "64 MiB"))


def test_a_question_within_its_limits_is_answered(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(lake, "select 1 as one", {}, "csv", None, Limits(60, "1 GiB"))
    assert capsys.readouterr().out == "one\n1\n"


def test_half_of_the_machine_is_the_limit_unless_told() -> None:
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    assert half_of_the_memory() == f"{total // 2 // 2**20} MiB"


def cpu_seconds(pid: int) -> float:
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="it is seen there when the question is at work")
@pytest.mark.parametrize("question", [LONG, SLOW_ANSWER])
def test_an_interrupt_ends_a_question_at_once(lake: Path, question: str) -> None:
    command = [sys.executable, "-m", "flows.cli.main", "sql", question, "--lake", str(lake), "--format", "csv"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603
    try:
        while cpu_seconds(process.pid) < 6:  # starting takes one or two
            sleep(0.1)
        started = monotonic()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130
    assert said.strip().startswith("newslake: stopped")
    assert "\n" not in said.strip()
    assert monotonic() - started < 10


@pytest.mark.parametrize("given", ["much", "-1 GB", "2", "2 gigabytes; set x = 1"])
def test_a_size_that_is_none_is_said(lake: Path, given: str) -> None:
    command = [sys.executable, "-m", "flows.cli.main", "sql", "select 1", "--lake", str(lake), "--memory", given]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert ended.returncode == 2
    assert "is no size" in ended.stderr
