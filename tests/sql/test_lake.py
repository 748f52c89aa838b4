"""A lake can be made, moved, shared and read, and survives what goes wrong."""

import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from sql.errors import LakeError
from sql.lake import CATALOG, TABLES, commit, open_lake, read_lake
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


def test_small_commits_are_parquet(folder: Path) -> None:
    before = set((folder / TABLES).rglob("*.parquet"))
    with open_lake(folder) as connection:
        commit(connection, folder, lambda: connection.execute(INSERT))
    assert len(set((folder / TABLES).rglob("*.parquet")) - before) == 1


def test_a_moved_lake_can_be_read_and_written(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere, o'clock"
    shutil.move(folder, moved)
    with open_lake(moved) as connection:
        commit(connection, moved, lambda: connection.execute(INSERT))
    with read_lake(moved) as connection:
        assert value(connection, COUNT) == 2


def test_a_failed_commit_leaves_nothing(folder: Path) -> None:
    with open_lake(folder) as connection:

        def fail() -> None:
            connection.execute(INSERT)
            raise ValueError("enough")

        with pytest.raises(ValueError, match="enough"):
            commit(connection, folder, fail)
        assert value(connection, COUNT) == 1


def test_a_commit_waits_for_a_lock_and_then_succeeds(folder: Path) -> None:
    attempts = []
    with open_lake(folder) as connection:

        def locked_at_first() -> None:
            attempts.append(1)
            connection.execute(INSERT)
            if len(attempts) < 3:
                raise duckdb.IOException("database is locked")

        commit(connection, folder, locked_at_first)
        assert len(attempts) == 3
        assert value(connection, COUNT) == 2


def test_a_reader_sees_all_of_a_commit_or_nothing(folder: Path) -> None:
    seen = []
    with open_lake(folder) as writer, read_lake(folder) as reader:

        def slowly() -> None:
            writer.execute(INSERT)
            seen.append(value(reader, COUNT))
            writer.execute(INSERT)

        commit(writer, folder, slowly)
        seen.append(value(reader, COUNT))
    assert seen == [1, 3]


WRITER = """
import sys
import threading
from pathlib import Path
from sql.lake import commit, open_lake
folder = Path(sys.argv[1])
with open_lake(folder) as connection:
    for _ in range(5):
        commit(connection, folder, lambda: connection.execute(sys.argv[2]))
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
    with pytest.raises(LakeError, match="cannot be opened"), read_lake(tmp_path):
        pass


def test_a_damaged_lake_is_said(folder: Path) -> None:
    for path in (folder / TABLES).rglob("*.parquet"):
        path.write_bytes(b"not Parquet")
    with pytest.raises(LakeError, match="cannot be used"), read_lake(folder) as connection:
        connection.execute("select newslake_version from schema_versions").fetchall()


def test_an_interrupted_query_raises_what_the_signal_did(tmp_path: Path) -> None:
    question = "select sum(sqrt(range)) from range(100_000_000_000)"
    with pytest.raises(KeyboardInterrupt), open_lake(tmp_path) as connection:  # noqa: PT012
        threading.Timer(0.3, signal.raise_signal, [signal.SIGINT]).start()
        connection.execute(question)
    with pytest.raises(RuntimeError, match="ours"), open_lake(tmp_path):
        raise RuntimeError("ours") from ValueError()
