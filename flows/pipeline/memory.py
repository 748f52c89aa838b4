"""Tell how much memory the machine has, and let a process take no more than its share."""

import os
from contextlib import suppress

LEAST_MEMORY = 2 << 30
"""Bytes that a worker may always take: the small model with its gazetteer takes a quarter of it, the largest all."""


def machine_memory() -> int:
    """Return the bytes of memory that the machine has; more than any has where the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # not a POSIX system
        return 1 << 62


def memory_for(workers: int) -> int:
    """Return the bytes that each worker may take: together three quarters of the machine's."""
    return max(LEAST_MEMORY, machine_memory() * 3 // 4 // workers)


def limit_memory(size: int) -> None:
    """Let this process take no more than `size` bytes: what goes beyond raises MemoryError, or ends it."""
    with suppress(ImportError, ValueError, OSError):  # Windows knows no such limit, and a lower one may hold already
        import resource

        # Private memory alone: what is mapped of files, or shared with the other workers, costs them nothing.
        resource.setrlimit(resource.RLIMIT_DATA, (size, resource.getrlimit(resource.RLIMIT_DATA)[1]))
