"""End a process with the one that started it, which could not tell it to stop when it is killed."""

import multiprocessing
import os
import threading


def end_with_parent() -> None:
    """End this process as soon as the process is gone that started it through multiprocessing."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
