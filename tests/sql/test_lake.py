"""A lake can be made, moved, shared and read, and survives what goes wrong."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from filelock import FileLock

from sql.attach import CATALOG, TABLES
from sql.errors import LakeError
from sql.lake import open_lake, read_lake
from sql.locks import LOCK
from sql.scripts import scripts
from sql.tables import tables

INSERT = "insert into schema_versions values (1, 'test', now())"
COUNT = "select count(*) from schema_versions"


def value(connection: duckdb.DuckDBPyConnection, question: str) -> object:
    return connection.execute(question).fetchall()[0][0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_lake(tmp_path / "lake"):
        pass
    return tmp_path / "lake"


def test_a_new_lake_has_every_table_and_view_with_comments(folder: Path) -> None:
    with read_lake(folder) as connection:
        found = connection.execute(
            "select table_name, comment from duckdb_tables() where database_name = 'lake'"
        ).fetchall()
        assert dict(found) == {table.name: table.comment for table in tables().values()}
        views = connection.execute("select view_name from duckdb_views() where database_name = 'lake'").fetchall()
        assert {name for (name,) in views} == {script.name for script in scripts("views")}


def test_a_moved_lake_can_be_read_and_written(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere, o'clock"
    shutil.move(folder, moved)
    with open_lake(moved) as lake:
        lake.commit(lambda: lake.connection.execute(INSERT))
    with read_lake(moved) as connection:
        assert value(connection, COUNT) == 2


def test_a_failed_commit_leaves_nothing(folder: Path) -> None:
    with open_lake(folder) as lake:

        def fail() -> None:
            lake.connection.execute(INSERT)
            raise ValueError("enough")

        with pytest.raises(ValueError, match="enough"):
            lake.commit(fail)
        assert value(lake.connection, COUNT) == 1


def test_a_commit_waits_for_a_lock_and_then_succeeds(folder: Path) -> None:
    attempts = []
    with open_lake(folder) as lake:

        def locked_at_first() -> None:
            attempts.append(1)
            lake.connection.execute(INSERT)
            if len(attempts) < 3:
                raise duckdb.IOException("database is locked")

        lake.commit(locked_at_first)
        assert len(attempts) == 3
        assert value(lake.connection, COUNT) == 2


def test_a_reader_sees_all_of_a_commit_or_nothing(folder: Path) -> None:
    seen = []
    with open_lake(folder) as writer, read_lake(folder) as reader:

        def slowly() -> None:
            writer.connection.execute(INSERT)
            seen.append(value(reader, COUNT))
            writer.connection.execute(INSERT)

        writer.commit(slowly)
        seen.append(value(reader, COUNT))
    assert seen == [1, 3]


def test_a_commit_says_the_snapshot_that_it_made(folder: Path) -> None:
    with open_lake(folder) as lake:
        before = lake.snapshot()
        assert lake.commit(lambda: lake.connection.execute(INSERT).fetchall()) == ([(1,)], before + 1)
        assert lake.commit(lambda: None) == (None, before + 1), "nothing was changed"


def test_a_lake_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        assert not (tmp_path / CATALOG).exists()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("sql.making.bring_up_to_date", die)
        with pytest.raises(KeyboardInterrupt), open_lake(tmp_path):
            pass
    with pytest.raises(LakeError, match="no lake"), read_lake(tmp_path):
        pass
    with open_lake(tmp_path) as lake:
        assert value(lake.connection, COUNT) == 1


def test_the_first_run_on_a_new_lake_waits_for_another(tmp_path: Path) -> None:
    opened: list[int] = []

    def open_too() -> None:
        with open_lake(tmp_path) as lake:
            opened.append(lake.snapshot())

    other = threading.Thread(target=open_too)
    with FileLock(tmp_path / LOCK):
        other.start()
        other.join(0.5)
        assert not opened
        assert not (tmp_path / CATALOG).exists()
    other.join(30)
    assert opened


HOLDER = """
import sqlite3, sys
catalogue = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    catalogue.execute(statement).fetchall()
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held(folder: Path, *statements: str) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold a transaction on the catalogue until it gets a line."""
    command = [sys.executable, "-c", HOLDER, str(folder / CATALOG), *statements]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:  # noqa: S603
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        yield holder
        if holder.poll() is None:
            holder.communicate("\n", timeout=30)


def test_nobody_who_reads_keeps_others_from_committing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sql.attach.BUSY_MILLISECONDS", 0)
    with open_lake(folder) as lake, held(folder, "begin", "select * from ducklake_snapshot"):
        attempts: list[object] = []
        for _ in range(2):
            lake.commit(lambda: attempts.append(lake.connection.execute(INSERT)))
        assert len(attempts) == 2, "none was tried twice"
        with read_lake(folder) as reader:
            assert value(reader, COUNT) == 3


def test_a_writer_does_not_lock_itself_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without write-ahead, as where a file system has none, a reader makes the COMMIT in SQLite fail half-way."""
    with held(folder, "pragma journal_mode = delete"):
        pass
    monkeypatch.setattr("sql.attach.WRITTEN_BESIDE_READERS", "")
    monkeypatch.setattr("sql.attach.BUSY_MILLISECONDS", 0)
    attempts: list[object] = []
    with open_lake(folder) as lake, held(folder, "begin", "select * from ducklake_snapshot") as reader:
        lake.connection.execute("create temp table mine as select 7 as seven")

        def work() -> None:
            attempts.append(lake.connection.execute(INSERT))
            if len(attempts) == 2:
                reader.communicate("\n", timeout=30)

        lake.commit(work)
        assert len(attempts) < 5
        assert value(lake.connection, COUNT) == 2
        assert value(lake.connection, "select seven from mine") == 7


@contextmanager
def without_rights() -> Iterator[None]:
    """Act as a user who owns nothing, where the tests run as root, to whom no folder is closed."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_lake_in_a_folder_that_can_only_be_read_is_read() -> None:
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "lake"
        with open_lake(folder):
            pass
        Path(parent).chmod(0o755)
        for path in folder.rglob("*"):  # a new lake is its owner's alone
            path.chmod(0o755 if path.is_dir() else 0o644)
        folder.chmod(0o555)
        with without_rights(), read_lake(folder) as connection:
            assert value(connection, COUNT) == 1
        folder.chmod(0o755)


WRITER = """
import sys
from pathlib import Path
from sql.lake import open_lake
from sql.locks import LOCK
with open_lake(Path(sys.argv[1])) as lake:
    for _ in range(5):
        lake.commit(lambda: lake.connection.execute(sys.argv[2]))
"""


def test_processes_make_one_lake_and_wait_for_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path / "lake"), INSERT]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]  # noqa: S603
    assert [writer.communicate(timeout=60)[1] for writer in writers] == ["", "", ""]
    with read_lake(tmp_path / "lake") as connection:
        assert value(connection, COUNT) == 1 + 3 * 5


@pytest.mark.parametrize(
    "statement",
    [
        "insert into schema_versions values (9, 'x', now())",
        "drop table articles",
        "copy (select 1) to '{outside}/x.csv'",
        "select * from read_text('{outside}/secret.txt')",
        "attach '{outside}/other.db'",
        "install httpfs",
        "set enable_external_access = true",
        "set allowed_directories = ['/']",
    ],
)
def test_a_reader_can_change_nothing_and_read_no_other_file(folder: Path, tmp_path: Path, statement: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    with read_lake(folder) as connection:
        assert value(connection, COUNT) == 1
        with pytest.raises(duckdb.Error):
            connection.execute(statement.format(outside=tmp_path))
    assert not (tmp_path / "x.csv").exists()


def test_a_missing_lake_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LakeError, match=r"no lake in .*newslake ingest"), read_lake(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()


def test_a_catalogue_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / CATALOG).write_text("not a database, though long enough to be looked at as one")
    with pytest.raises(LakeError, match=r"catalogue of .* is damaged"), read_lake(tmp_path):
        pass


def test_a_damaged_lake_is_said(folder: Path) -> None:
    for path in (folder / TABLES).rglob("*.parquet"):
        path.write_bytes(b"not Parquet")
    with pytest.raises(LakeError, match="is gone or damaged: `newslake check`"), read_lake(folder) as connection:
        connection.execute("select newslake_version from schema_versions").fetchall()


def test_an_interrupted_query_raises_what_the_signal_did(tmp_path: Path) -> None:
    question = "select sum(sqrt(range)) from range(100_000_000_000)"
    with pytest.raises(KeyboardInterrupt), open_lake(tmp_path) as lake:  # noqa: PT012
        threading.Timer(0.3, signal.raise_signal, [signal.SIGINT]).start()
        lake.connection.execute(question)
    with pytest.raises(RuntimeError, match="ours"), open_lake(tmp_path):
        raise RuntimeError("ours") from ValueError()
