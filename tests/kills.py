"""Kill runs at random moments, complete them, and compare their lakes with an undisturbed one; not in the suite.

From the project's root: `python -m tests.kills [KILLS] [SEED]`. It needs Linux, where processes are seen in /proc.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.flows.pipeline.killed_runs import failing_checks, lake_rows, run_here, write_texts

HERE = "from pathlib import Path; from tests.flows.pipeline.killed_runs import *; "
IN_POOL = HERE + "run_in_pool(Path({texts!r}), Path({lake!r}))"
IN_COMMIT = HERE + "run_until_killed(Path({texts!r}), Path({lake!r}), Kill({commit}, {seconds}))"

KINDS = (
    "commit",
    "group",
    "worker",
    "commit",
    "parent",
    "fork server",
    "commit",
    "group",
    "worker",
    "resource tracker",
)
"""Who is killed, in turn; of ten runs three in a commit."""

SURVIVED = {"worker", "fork server", "resource tracker"}
"""Children whose death does not end a run."""

COMMITS = 7  # of a run over the texts
PATIENCE = 600  # seconds for a run to end
TRIES = 5  # when a run ends before its moment


def main(kills: int, seed: int) -> int:
    """Kill so many runs; return how many lakes were not as they should be."""
    chosen, ended = random.Random(seed), Counter[str]()  # noqa: S311 - the same moments for the same seed
    with TemporaryDirectory(prefix="newslake-kills-") as folder:
        texts = Path(folder) / "texts"
        write_texts(texts)
        started = time.monotonic()
        _start(IN_POOL, texts, Path(folder) / "undisturbed").wait(PATIENCE)
        duration = time.monotonic() - started
        expected = lake_rows(Path(folder) / "undisturbed")
        for number in range(kills):
            kind, was_killed, tries = KINDS[number % len(KINDS)], False, 0
            while not was_killed and tries < TRIES:
                tries += 1
                lake = Path(folder) / f"lake-{number}-{tries}"
                was_killed = _killed(kind, texts, lake, duration, chosen)
            if was_killed and kind not in SURVIVED:
                run_here(texts, lake)
            wrong = [name for name, rows in lake_rows(lake).items() if rows != expected[name]] + failing_checks(lake)
            ended[f"{kind}: {'differs' if wrong else 'equal'}{'' if was_killed else ', ended before'}"] += 1
            print(
                f"{number + 1:>3} {kind:<17}{'killed' if was_killed else 'ended before'}, {wrong or 'equal'}",
                flush=True,
            )
    print("\n".join(f"{count:>3} {what}" for what, count in sorted(ended.items())))
    return sum(count for what, count in ended.items() if "differs" in what)


def _start(code: str, texts: Path, lake: Path, **given: float) -> subprocess.Popen[bytes]:
    source = code.format(texts=str(texts), lake=str(lake), **given)
    return subprocess.Popen([sys.executable, "-c", source], start_new_session=True)  # noqa: S603


def _killed(kind: str, texts: Path, lake: Path, duration: float, chosen: random.Random) -> bool:
    """Run over the texts and kill as `kind` says; return whether something was killed."""
    if kind == "commit":
        commit, seconds = chosen.randint(1, COMMITS), chosen.uniform(0, 0.15)
        return _start(IN_COMMIT, texts, lake, commit=commit, seconds=seconds).wait(PATIENCE) == -signal.SIGKILL
    running = _start(IN_POOL, texts, lake)
    time.sleep(chosen.uniform(0, 0.9 * duration))
    if kind == "group":
        os.killpg(running.pid, signal.SIGKILL)
    elif kind == "parent":
        running.kill()
    else:
        was_killed = _kill_child(kind, running)
        if running.wait(PATIENCE):
            raise RuntimeError(f"the run ended with {running.returncode} when its {kind} was killed")
        return was_killed
    was_killed = running.wait(PATIENCE) == -signal.SIGKILL
    _require_none_left(running.pid)
    return was_killed


def _kill_child(kind: str, running: subprocess.Popen[bytes]) -> bool:
    while running.poll() is None:
        if found := [pid for pid, name in _session(running.pid).items() if name == kind]:
            os.kill(found[-1], signal.SIGKILL)
            return True
        time.sleep(0.01)
    return False


def _session(session: int) -> dict[int, str]:
    """Return the processes that the run of this session started, and what each is."""
    found: dict[int, str] = {}
    servers: set[int] = set()
    for entry in sorted(Path("/proc").glob("[0-9]*"), key=lambda path: int(path.name)):
        try:
            state, parent, _, its_session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            line = (entry / "cmdline").read_bytes().decode()
        except OSError:  # it has ended since
            continue
        pid = int(entry.name)
        if int(its_session) != session or pid == session or state == "Z":
            continue
        if int(parent) in servers:
            found[pid] = "worker"
        elif "forkserver" in line:
            servers.add(pid)
            found[pid] = "fork server"
        elif "resource_tracker" in line:
            found[pid] = "resource tracker"
    return found


def _require_none_left(session: int) -> None:
    """Raise RuntimeError when processes of a run outlive it for long."""
    end = time.monotonic() + 60
    while left := _session(session):
        if time.monotonic() > end:
            raise RuntimeError(f"processes outlive their run: {left}")
        time.sleep(0.1)


if __name__ == "__main__":
    kills, seed = (*map(int, sys.argv[1:]), *(50, 1)[len(sys.argv) - 1 :])
    sys.exit(main(kills, seed))
