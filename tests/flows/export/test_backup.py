"""A backup is of one moment, whoever writes meanwhile; a lake restored from it is the lake that it was."""

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from flows.cli.main import cli
from flows.export.backup import backup, restore
from flows.inputs.errors import UsageError
from sql.attach import CATALOG, TABLES
from sql.lake import open_lake, read_lake
from sql.tables import insert, tables
from tests.transforms.articles import make_article


def rows(lake: Path) -> dict[str, list[tuple[Any, ...]]]:
    with read_lake(lake) as connection:
        return {name: sorted(connection.table(name).fetchall(), key=str) for name in tables()}


def test_a_restored_lake_is_what_it_was_and_can_be_written(newsroom: Path, tmp_path: Path) -> None:
    said = CliRunner().invoke(cli, ["--lake", str(newsroom), "backup", str(tmp_path / "copy")])
    assert said.exit_code == 0, said.exception
    shutil.copytree(tmp_path / "copy", tmp_path / "sent elsewhere")
    done = CliRunner().invoke(cli, ["restore", str(tmp_path / "sent elsewhere"), "--lake", str(tmp_path / "lake")])
    assert done.exit_code == 0, done.exception
    assert rows(tmp_path / "lake") == rows(newsroom)
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: insert(lake.connection, "articles", [make_article("x")]))
    assert (tmp_path / "copy" / CATALOG).stat().st_mode & 0o077 == 0


def test_a_backup_of_a_lake_that_is_written_has_whole_commits(tmp_path: Path) -> None:
    folder, stop = tmp_path / "lake", threading.Event()
    with open_lake(folder):
        pass

    def keep_writing() -> None:
        with open_lake(folder) as lake:
            for number in range(100):
                if stop.is_set():
                    return
                pair = [make_article("x", article_id=f"{number}{half}") for half in "ab"]
                lake.commit(lambda pair=pair: insert(lake.connection, "articles", pair))  # type: ignore[misc]

    writing = threading.Thread(target=keep_writing)
    writing.start()
    try:
        counts = []
        for number in range(2):
            backup(folder, tmp_path / "copy")
            restore(tmp_path / "copy", tmp_path / f"restored{number}")
            with read_lake(tmp_path / f"restored{number}") as restored:
                counts.append(restored.table("articles").count("*").fetchall()[0][0])
    finally:
        stop.set()
        writing.join()
    assert all(count % 2 == 0 for count in counts)
    assert counts == sorted(counts)


def test_files_that_an_earlier_backup_has_are_not_copied_again(newsroom: Path, tmp_path: Path) -> None:
    backup(newsroom, tmp_path / "copy")
    inodes = {path.name: path.stat().st_ino for path in (tmp_path / "copy" / TABLES).rglob("*.parquet")}
    assert backup(newsroom, tmp_path / "copy") == len(inodes)
    assert {path.name: path.stat().st_ino for path in (tmp_path / "copy" / TABLES).rglob("*.parquet")} == inodes
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_what_cannot_be_done_is_said_and_nothing_is_changed(newsroom: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").touch()
    backup(newsroom, tmp_path / "copy")
    with pytest.raises(UsageError, match="no lake"):
        backup(tmp_path / "nowhere", tmp_path / "other")
    with pytest.raises(UsageError, match="no earlier backup"):
        backup(newsroom, tmp_path / "mine")
    with pytest.raises(UsageError, match="no backup"):
        restore(tmp_path / "mine", tmp_path / "lake")
    with pytest.raises(UsageError, match="a lake in"):
        restore(tmp_path / "copy", newsroom)
    cut = next((tmp_path / "copy" / TABLES).rglob("*.parquet"))
    cut.write_bytes(cut.read_bytes()[:-1])
    with pytest.raises(UsageError, match="missing or cut"):
        restore(tmp_path / "copy", tmp_path / "lake")
    assert not (tmp_path / "lake").exists()


def test_a_file_of_the_lake_that_is_gone_is_named(newsroom: Path, tmp_path: Path) -> None:
    shutil.copytree(newsroom, tmp_path / "lake")
    gone = next((tmp_path / "lake" / TABLES).rglob("*.parquet"))
    gone.unlink()
    with pytest.raises(UsageError, match=gone.name):
        backup(tmp_path / "lake", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
