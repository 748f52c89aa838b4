"""What is wrong with a lake is one sentence that says what to do, also where undoing a commit fails as well."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from filelock import FileLock

from sql import lake as lakes
from sql.errors import LakeError
from sql.lake import open_lake
from sql.locks import LOCK
from sql.troubles import Trouble, told

LAKE = Path("/lake")


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ('Failed to commit: Failed to execute query "COMMIT": database or disk is full', Trouble.FULL),
        ('IO Error: Could not write file "/lake/tables/main/inputs/x.parquet": No space left on device', Trouble.FULL),
        ("[Errno 28] No space left on device: '/lake/commit.lock'", Trouble.FULL),
        ('Failed to execute query "PRAGMA journal_mode=wal": disk I/O error', Trouble.DISK),
        ('Failed to execute query "BEGIN IMMEDIATE": database is locked', Trouble.LOCKED),
        ("attempt to write a readonly database", Trouble.READ_ONLY),
        ("[Errno 13] Permission denied: '/lake/commit.lock'", Trouble.READ_ONLY),
        ("file is not a database", Trouble.CATALOGUE),
        ("database disk image is malformed", Trouble.CATALOGUE),
        ("No magic bytes found at end of file '/lake/tables/main/inputs/x.parquet'", Trouble.FILE),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(words: str, trouble: Trouble) -> None:
    sentence = trouble.sentence.format(lake=LAKE)
    assert told(duckdb.IOException(words), LAKE, "cannot be used").startswith(sentence)
    assert "\n" not in sentence


def test_what_is_not_known_is_told_in_its_own_words() -> None:
    assert (
        told(duckdb.IOException("out of\nluck"), LAKE, "cannot be used") == "the lake /lake cannot be used: out of luck"
    )


class Full:
    """A connection whose disk is full from some commit on: neither writing nor undoing what was written succeeds."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection, self.is_full = connection, False

    def execute(self, question: str, *parameters: Any) -> duckdb.DuckDBPyConnection:
        if self.is_full and question == "commit":
            raise duckdb.IOException('Could not write file "x.parquet": No space left on device')
        if self.is_full and question == "rollback":
            raise duckdb.InternalException("Failed to rollback: cannot rollback - no transaction is active")
        return self._connection.execute(question, *parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def __enter__(self) -> "Full":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def test_a_full_disk_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.pipeline.run_log import recorded

    with open_lake(tmp_path):
        pass
    connect: Callable[..., duckdb.DuckDBPyConnection] = lakes.connect
    monkeypatch.setattr(lakes, "connect", lambda *given, **named: Full(connect(*given, **named)))
    with pytest.raises(LakeError, match="is full: make room"), open_lake(tmp_path) as lake:  # noqa: PT012
        connection: Any = lake.connection
        with recorded(lake, "ingest"):
            connection.is_full = True
            lake.commit(lambda: None)


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_lake(tmp_path):
        pass

    def refuse(self: FileLock, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", self.lock_file)

    with pytest.raises(LakeError, match="you may not write to the lake"), open_lake(tmp_path) as lake:  # noqa: PT012
        monkeypatch.setattr(FileLock, "acquire", refuse)
        lake.commit(lambda: None)
    with pytest.raises(PermissionError), open_lake(tmp_path):
        raise PermissionError(13, "Permission denied", str(tmp_path.parent / LOCK))
