"""Keep what is written into a lake from other users of the machine, unless its catalogue is open to them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READ = 0o044
"""The group's and everybody's right to read; the right to enter a folder is two bits below."""


@contextmanager
def private_files(catalog: Path) -> Iterator[None]:
    """Make new files 0600 and new folders 0700 while this lasts, in the whole process and its children.

    Whom the file `catalog` is open to may read or write what is made as well: an older lake stays as open as it is, and
    `chmod -R g+rX` on a lake's folder opens also what comes later.
    """
    before = os.umask(0o077 & ~_shared(catalog))
    try:
        yield
    finally:
        os.umask(before)


def _shared(catalog: Path) -> int:
    try:
        rights = catalog.stat().st_mode & 0o066
    except FileNotFoundError:
        return 0
    return rights | (rights & READ) >> 2
