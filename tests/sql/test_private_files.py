"""A lake is its owner's alone, unless he opens it to others."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sql.attach import CATALOG
from sql.errors import LakeError
from sql.lake import open_lake, read_lake

ROW = "insert into schema_versions values (1, 'x', now())"
LINKS = "insert into links select 'a', 1, 'https://example.org/', 'here', 0, 4 from range(1000)"
"""So many that they go to a Parquet file, and not into the catalogue."""


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def rights(folder: Path) -> set[str]:
    return {f"{'folder' if path.is_dir() else 'file'} {path.stat().st_mode & 0o777:o}" for path in folder.rglob("*")}


def test_what_is_written_is_the_owners_alone(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: lake.connection.execute(ROW))
        assert rights(tmp_path) == {"folder 700", "file 600"}
    assert rights(tmp_path) == {"folder 700", "file 600"}


def test_afterwards_the_process_makes_files_as_before(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake"):
        pass
    (tmp_path / "report.csv").touch()
    assert (tmp_path / "report.csv").stat().st_mode & 0o777 == 0o644


def test_a_lake_that_was_opened_to_others_stays_open(tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    with open_lake(folder):
        pass
    for path in (folder, *folder.rglob("*")):  # chmod -R g+rX
        path.chmod(path.stat().st_mode | (0o050 if path.is_dir() else 0o040))
    with open_lake(folder) as lake:
        lake.commit(lambda: lake.connection.execute(LINKS))
    new = set(folder.rglob("*.parquet"))
    assert len(new) == 2
    assert {path.stat().st_mode & 0o777 for path in new} == {0o640}


def test_a_lake_without_its_catalogue_is_not_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    with open_lake(folder) as lake:
        lake.commit(lambda: lake.connection.execute(LINKS))
    (folder / CATALOG).unlink()
    before = sorted(folder.rglob("*"))
    for opened in (open_lake, read_lake):
        with pytest.raises(LakeError, match=f"no {CATALOG}.*put {CATALOG} back from a backup"), opened(folder):
            pass
    assert sorted(folder.rglob("*")) == before


def test_a_lake_whose_making_was_cut_off_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    with open_lake(folder):
        pass
    (folder / CATALOG).unlink()
    with open_lake(folder) as lake:
        assert lake.connection.execute("select count(*) from schema_versions").fetchall() == [(1,)]
