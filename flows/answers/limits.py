"""End a question that takes too long or too much memory, with a sentence that says so."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread, current_thread, main_thread

import duckdb

from flows.inputs.errors import UsageError
from flows.pipeline.memory import machine_memory

AGAIN = 0.1
"""Seconds after which a question is interrupted once more: one between two parts of an answer hears nothing."""


def half_of_the_memory() -> str:
    """Return half of the machine's memory as DuckDB reads it."""
    return f"{machine_memory() // 2 >> 20} MiB"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many seconds a question may take, None for any, and how much memory, such as "2 GB"."""

    seconds: float | None
    memory: str

    @contextmanager
    def kept(self, connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
        """Interrupt what runs on the connection when its time is over; raises UsageError when a limit is met."""
        is_over, is_answered = Event(), Event()
        heard, signals = socket.socketpair()
        heard.settimeout(self.seconds)

        def watch() -> None:
            try:
                heard.recv(1)  # a signal, or the end of the answer
            except TimeoutError:
                is_over.set()
            while not is_answered.wait(AGAIN):
                connection.interrupt()

        watching = Thread(target=watch, daemon=True)
        watching.start()
        try:
            with _told_of_signals(signals):
                yield
        except duckdb.OutOfMemoryException as error:
            raise UsageError(f"the question needs more memory than {self.memory}; --memory allows more") from error
        except duckdb.Error as error:
            if not is_over.is_set():
                raise
            raise UsageError(f"the question took longer than {self.seconds:g} seconds, and was ended") from error
        finally:
            is_answered.set()
            signals.close()
            watching.join()
            heard.close()


@contextmanager
def _told_of_signals(signals: socket.socket) -> Iterator[None]:
    """Write to `signals` at each signal: DuckDB may look for one only when a part of the question is done, in hours."""
    if current_thread() is not main_thread():
        yield
        return
    signals.setblocking(False)
    before = signal.set_wakeup_fd(signals.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)


UNTIMED = Limits(None, half_of_the_memory())
"""As long as it takes, in half of the machine's memory."""
