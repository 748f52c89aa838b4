"""Measure commands and loops: wall time, processor time of a process with its children, and their peak of memory."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

EVERY = 0.5
"""Seconds between two looks at the processes."""

SHARE = 0.01
"""Of the time, what looking at their memory may take: a look takes up to 40 ms of a core that they need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a command took: seconds of wall and of processor, and the most memory of all its processes, in bytes.

    Memory that processes share counts once where the system tells (proportional set size), else in each.
    """

    wall: float
    cpu: float
    memory: int
    output: str


def measured(command: Sequence[str | Path], environment: Mapping[str, str] = os.environ) -> Measured:
    """Run a command in an environment and measure it with all its processes.

    Raises subprocess.CalledProcessError when it fails.
    """
    start, tree = time.monotonic(), Tree()
    with subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        watch = threading.Thread(target=_watch, args=(psutil.Process(process.pid), tree), daemon=True)
        watch.start()
        output, _ = process.communicate()
        watch.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Measured(wall=time.monotonic() - start, cpu=sum(tree.cpu.values()), memory=tree.memory, output=output)


@dataclass(slots=True)
class Tree:
    """A process with all below it: the most memory of all together, and the processor time of each by its number."""

    memory: int = 0
    cpu: dict[int, float] = field(default_factory=dict)


def _watch(root: psutil.Process, tree: Tree) -> None:
    """Look at the processes again and again: who is not waited for by its parent tells nobody what it took."""
    next_look = 0.0
    while True:
        try:
            processes = [root, *root.children(recursive=True)]
            if (start := time.monotonic()) >= next_look:
                tree.memory = max(tree.memory, sum(map(memory_of, processes)))
                next_look = start + (time.monotonic() - start) / SHARE
            for process in processes:
                with suppress(psutil.NoSuchProcess):  # it has ended meanwhile: what it took was noted before
                    tree.cpu[process.pid] = cpu_of(process)
            if root.status() == psutil.STATUS_ZOMBIE:
                return
        except psutil.NoSuchProcess:
            return
        time.sleep(EVERY)


def cpu_of(process: psutil.Process) -> float:
    """Return the seconds of processor that a process has taken, of user and system."""
    return sum(process.cpu_times()[:2])


def memory_of(process: psutil.Process) -> int:
    """Return the memory of a process in bytes, its share of what several have; 0 when it has ended."""
    try:
        full = process.memory_full_info()
    except psutil.Error:  # it has ended meanwhile
        return 0
    return int(getattr(full, "pss", full.rss))


def python(module: str, *arguments: str | Path) -> list[str | Path]:
    """Return the command that runs a module with this Python."""
    return [sys.executable, "-m", module, *arguments]
