"""Keep ^C to one process: the terminal sends it to all that this one started too, which are to be stopped in order."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from threading import Thread


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold SIGINT back from this thread until the end, and for good from every process that is started meanwhile."""
    resource_tracker.ensure_running()  # started with the first process otherwise, it would let the signal through again
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def on_interrupt(act: Callable[[], object]) -> None:
    """Call `act`, in a thread of its own, at the next SIGINT; it must be held."""

    def wait() -> None:
        signal.sigwait({signal.SIGINT})
        act()

    Thread(target=wait, daemon=True).start()
