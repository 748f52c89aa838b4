"""Ingest a hostile folder of 200 files with the command, and measure what it takes; minutes, not in the suite.

From the root: `python -m tests.hostile [BYTES]`, the size of what is long. It needs Linux: memory is read in /proc.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.flows.hostile import write_hostile
from tests.flows.pipeline.killed_runs import failing_checks

SMALL = 5_000  # bytes of what is long in the first half of the folder


def main(size: int) -> None:
    """Ingest the folder, and print how its files ended, the most memory of a process, and the time."""
    with TemporaryDirectory(prefix="newslake-hostile-") as folder:
        (hostile := Path(folder) / "files").mkdir()
        files = write_hostile(hostile / "small", SMALL) + write_hostile(hostile / "large", size)
        lake = Path(folder) / "lake"
        command = ["newslake", "ingest", str(hostile), "--lake", str(lake), "--workers", "1", "--json"]
        started, most = time.monotonic(), 0
        with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as running:  # noqa: S603
            while running.poll() is None:
                most = max(most, _largest(running.pid))
                time.sleep(0.05)
            ended = json.loads(running.stdout.read()) if running.stdout else {}
        print(f"{files} files, {time.monotonic() - started:.0f} s, at most {most / 1024:.0f} MB in a process")
        for outcome, reason, inputs in ended["ledger"]:
            print(f"{inputs:>5} {outcome} {reason or ''}")
        print(f"failures: {ended['failures']}; checks that fail: {failing_checks(lake)}")


def _largest(session: int) -> int:
    """Return the most memory in kB that a process of a session has taken."""
    most = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if int((entry / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                lines = (entry / "status").read_text().splitlines()
                most = max(most, *(int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
        except OSError:  # it has ended since
            continue
    return most


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
