"""In a copy of a lake anything can be tried: the lake itself stays as it is."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sql import trial
from sql.attach import CATALOG, connect
from sql.compaction import expire_snapshots, remove_files, rewrite_files
from sql.errors import LakeError
from sql.inlining import flush
from sql.lake import open_lake, read_lake
from sql.migrate import current_version, lake_version
from sql.tables import insert
from sql.trial import trial_of
from transforms.records.run_records import Input

COUNT = "select count(*) from inputs"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake with rows in files and in the catalogue."""
    folder = tmp_path_factory.mktemp("lakes") / "lake"
    with open_lake(folder) as lake:
        for number in range(3):
            line = Input(run_id="r", position=number, uri="u", source="s", outcome="stored", seen_at=datetime.now(UTC))
            lake.commit(lambda line=line: insert(lake.connection, "inputs", [line]))
            if number == 0:
                lake.commit(lambda: flush(lake.connection))
    return folder


def bytes_of(folder: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def test_what_is_done_in_a_trial_is_done_there_alone(folder: Path) -> None:
    before = bytes_of(folder)
    with trial_of(folder) as copy:
        with open_lake(copy) as lake:
            lake.commit(lambda: lake.connection.execute("delete from inputs where position < 2"))
            lake.commit(lambda: flush(lake.connection))
            lake.commit(lambda: rewrite_files(lake.connection, 0))
            lake.commit(lambda: expire_snapshots(lake.connection, timedelta()))
            assert lake.commit(lambda: remove_files(lake.connection)).result
        with read_lake(copy) as connection:
            assert connection.execute(COUNT).fetchall() == [(1,)]
    assert not copy.exists()
    assert bytes_of(folder) == before
    with read_lake(folder) as connection:
        assert connection.execute(COUNT).fetchall() == [(3,)]


def test_a_trial_has_what_is_in_the_log_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / CATALOG, isolation_level=None)) as catalogue:
        catalogue.execute("pragma journal_mode = wal")
        catalogue.execute("create table noted (number)")
        catalogue.execute("insert into noted values (7)")
        with trial_of(tmp_path) as copy, closing(sqlite3.connect(copy / CATALOG)) as copied:
            assert copied.execute("select number from noted").fetchall() == [(7,)]


def test_an_older_lake_is_migrated_in_the_trial_alone(tmp_path: Path) -> None:
    first = (Path(__file__).parent / "first_version.sql").read_text("utf-8")
    with connect(tmp_path, read_only=False) as connection:
        connection.execute(first)
    before = bytes_of(tmp_path)
    with trial_of(tmp_path) as copy, read_lake(copy) as connection:
        assert lake_version(connection) == current_version()
    assert bytes_of(tmp_path) == before


def test_a_copy_that_was_written_into_is_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "AGAIN_AFTER", 0)
    copied = trial.shutil.copyfile

    def slowly(source: Path, target: Path) -> None:
        copied(source, target)
        source.touch()

    monkeypatch.setattr(trial.shutil, "copyfile", slowly)
    with pytest.raises(LakeError, match="all the time"), trial_of(folder):
        pass
    monkeypatch.setattr(trial.shutil, "copyfile", copied)
    with trial_of(folder) as copy:
        assert (copy / CATALOG).read_bytes() == (folder / CATALOG).read_bytes()


def test_no_lake_is_made(tmp_path: Path) -> None:
    with pytest.raises(LakeError, match="there is no lake"), trial_of(tmp_path / "none"):
        pass
