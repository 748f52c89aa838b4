"""Say in one sentence what is wrong when a lake cannot be opened, read or written, and what to do."""

import errno
from enum import Enum
from pathlib import Path

from sql.attach import CATALOG, LOCK_PATIENCE, files_of
from sql.sharing.shared import address_of


class Trouble(Enum):
    """What can be wrong with a lake: what DuckDB, SQLite or the system say of it, and the sentence about it.

    The first that fits is told.
    """

    FULL = (
        ("No space left on device", "database or disk is full", "Disk quota exceeded", "File too large"),
        (
            "the disk of the lake {lake} is full: make room and run this again; what was committed stands, nothing of "
            "the last commit does"
        ),
    )
    LOCKED = (
        ("database is locked", "could not serialize access", "deadlock detected", "Exceeded the maximum retry count"),
        (
            f"another program has kept the catalogue of the lake {{lake}} locked for {LOCK_PATIENCE} s: end it, or run "
            "this again later"
        ),
    )
    SERVER = (
        ("Unable to connect to Postgres", "server closed the connection", "no connection to the server"),
        (
            "the PostgreSQL server of the lake {lake} cannot be reached, or has ended the connection: look at it, and "
            "run this again; what was committed stands"
        ),
    )
    STORE = (
        ("(HTTP 403", "AccessDenied", "Could not connect to server error for HTTP", "Secret Validation Failure"),
        (
            "the store with the files of the lake {lake} cannot be reached, or does not let you in: set "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL for another store than AWS's"
        ),
    )
    READ_ONLY = (
        ("Permission denied", "Read-only file system", "readonly database", "Operation not permitted"),
        "you may not write to the lake {lake}: get the right to write in that folder, or give another with --lake",
    )
    CATALOGUE = (
        (
            "file is not a database",
            "disk image is malformed",
            "creating a new DuckLake is explicitly disabled",
            "no such table",
        ),
        f"the catalogue of the lake {{lake}} is damaged ({CATALOG}): put a backup of it back, or run `newslake repair`",
    )
    FILE = (
        ("{tables}", "(HTTP 404", "TProtocolException", "Snappy decompression"),
        (
            "a file of the lake {lake} is gone or damaged: `newslake check` names every such file, `newslake repair` "
            "restores what can be restored"
        ),
    )
    DISK = (
        ("disk I/O error", "Input/output error"),
        "the disk of the lake {lake} is full or fails: look at it, and run this again",
    )

    def __init__(self, marks: tuple[str, ...], sentence: str) -> None:
        """Take the marks by which it is told, and the sentence."""
        self.marks = marks
        self.sentence = sentence


MOST_CHARS = 200
"""Of the words of DuckDB, for those who know it; some quote whole statements."""

FAILURES_OF_FILES = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}


def told(error: Exception, folder: Path, otherwise: str) -> str:
    """Return the sentence about what `error` says of the lake in `folder`; `otherwise` with its words for another."""
    words = " ".join(str(error).split())
    tables, lake = files_of(folder), address_of(folder)
    trouble = next((one for one in Trouble if any(mark.format(tables=tables) in words for mark in one.marks)), None)
    if trouble is None:
        return f"the lake {lake} {otherwise}: {words}"
    return f"{trouble.sentence.format(lake=lake)} ({words[:MOST_CHARS]})"


def is_of_files(error: OSError, folder: Path) -> bool:
    """Whether the system refuses to write a file of the lake in `folder`: the lock of a commit, the folder of runs."""
    return error.errno in FAILURES_OF_FILES and Path(error.filename or "").is_relative_to(folder)
