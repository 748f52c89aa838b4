"""How a process ends that another one started: with it, and in peace once its work is over."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def end_with_parent() -> None:
    """End this process as soon as the process is gone that started it through multiprocessing.

    That one could not tell it to stop when it is killed.
    """
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


@contextmanager
def ends_in_peace() -> Iterator[None]:
    """Ignore SIGTERM from the end of this block on, however it ends, in a process that multiprocessing started.

    Nothing is left then that is to be stopped: the signal would only break what the process says last. Prefect's
    handler, which raises, stays until the very end of a process whose run was cancelled.
    """
    try:
        yield
    finally:
        if multiprocessing.parent_process():
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
