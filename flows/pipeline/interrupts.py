"""Keep ^C to one process: the terminal sends it to all that this one started too, which are to be stopped in order."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from threading import Event, Thread


@contextmanager
def children_spared() -> Iterator[None]:
    """Keep SIGINT, for good, from every process that this thread and those it begins start until the end."""
    resource_tracker.ensure_running()  # started with the first process otherwise, it would let the signal through again
    # What blocks a signal is inherited. This thread does, and another one takes the signal: Python acts on it here.
    Thread(target=Event().wait, name="interrupts", daemon=True).start()
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
