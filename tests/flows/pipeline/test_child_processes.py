"""A signal that comes when a process is at its end already, which the one that started it cannot know."""

import multiprocessing
import os
import signal
import threading
from multiprocessing.synchronize import Event
from time import sleep

import pytest

from flows.pipeline.child_processes import ends_in_peace


def run(at_end: Event, raising: bool) -> None:
    """What Prefect makes of a run that it cancels: its handler raises, and stays until the process has ended."""

    def stop(*_: object) -> None:
        raise SystemExit(7)

    def say_last() -> None:
        threading.main_thread().join(0.2)
        at_end.set()
        sleep(1)

    signal.signal(signal.SIGTERM, stop)
    threading.Thread(target=say_last).start()
    with ends_in_peace():
        if raising:
            raise SystemExit(0)


@pytest.mark.parametrize("raising", [False, True])
def test_a_process_that_has_ended_its_work_hears_no_signal(raising: bool) -> None:
    spawn = multiprocessing.get_context("spawn")
    at_end = spawn.Event()
    process = spawn.Process(target=run, args=(at_end, raising))
    process.start()
    assert process.pid is not None
    assert at_end.wait(30)
    os.kill(process.pid, signal.SIGTERM)
    process.join(30)
    assert process.exitcode == 0


def test_the_first_process_hears_signals_on() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with ends_in_peace():
        pass
    assert signal.getsignal(signal.SIGTERM) is before
