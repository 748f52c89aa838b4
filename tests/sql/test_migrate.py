"""An older lake is migrated in one transaction, a newer one is refused."""

import shutil
from pathlib import Path

import duckdb
import pytest

from sql import migrate
from sql.attach import connect
from sql.errors import LakeError
from sql.lake import Lake, open_lake, read_lake
from sql.migrate import bring_up_to_date, current_version, lake_version
from sql.scripts import HERE, scripts, statement
from sql.tables import tables


@pytest.fixture
def next_version(tmp_path: Path) -> Path:
    """Return the project's scripts with one more migration."""
    folder = tmp_path / "sql"
    for kind in ("schema", "views", "migrations"):
        shutil.copytree(HERE / kind, folder / kind)
    number = current_version() + 1
    (folder / "migrations" / f"{number:04}_add_mood.sql").write_text(
        "-- Add a mood.\n\nalter table articles add column mood varchar;\n"
    )
    return folder


def test_an_older_lake_is_migrated(tmp_path: Path, next_version: Path) -> None:
    folder = tmp_path / "lake"
    with open_lake(folder) as lake:
        before = lake_version(lake.connection)
        lake.commit(lambda: bring_up_to_date(lake.connection, "9.9", next_version))
        assert lake_version(lake.connection) == current_version(next_version) == (before or 0) + 1
        assert lake.connection.execute("select mood from articles").fetchall() == []
        lake.commit(lambda: bring_up_to_date(lake.connection, "9.9", next_version))
        assert lake.connection.execute("select count(*) from schema_versions").fetchall() == [(2,)]


def test_a_lake_of_the_first_version_gets_the_columns_and_comments_of_today(tmp_path: Path) -> None:
    first = (Path(__file__).parent / "first_version.sql").read_text("utf-8")
    lake = Lake(connect(tmp_path, read_only=False), tmp_path)
    with lake.connection:
        lake.commit(lambda: lake.connection.execute(first))
    with read_lake(tmp_path) as connection:
        assert lake_version(connection) == current_version()
        for table in tables().values():
            found = connection.execute(statement("list_columns"), {"name": table.name}).fetchall()
            declared = {(column.name, column.type, column.comment) for column in table.columns}
            assert {(name, kind, comment) for name, kind, _, comment in found} == declared
        for script in scripts("views"):
            connection.table(script.name)


def test_a_lake_of_the_fourth_version_keeps_its_rows_and_passes_the_checks(tmp_path: Path) -> None:
    here = Path(__file__).parent
    to_fourth = [script.text for script in scripts("migrations") if int(script.name[:4]) <= 4]
    fourth = [
        (here / "first_version.sql").read_text("utf-8"),
        *to_fourth,
        (here / "fourth_version_rows.sql").read_text("utf-8"),
        "insert into schema_versions values (4, '0.1.0', now())",
    ]
    lake = Lake(connect(tmp_path, read_only=False), tmp_path)
    with lake.connection:
        for text in fourth:
            lake.commit(lambda text=text: lake.connection.execute(text))  # type: ignore[misc]
        assert lake_version(lake.connection) == 4
    with read_lake(tmp_path) as connection:
        assert lake_version(connection) == current_version()
        assert {check.name: connection.sql(check.text).fetchall() for check in scripts("checks")} == {
            check.name: [] for check in scripts("checks")
        }
        found = connection.execute("select place, starts_at::date::varchar from figures_by_place").fetchall()
        assert found == [("Iraq", "2026-03-02")]
        assert connection.execute("select fetched_at is not null, published_on::varchar from articles").fetchall() == [
            (True, "2026-03-01")
        ]


def test_a_migration_that_fails_leaves_the_lake_as_it_was(tmp_path: Path, next_version: Path) -> None:
    broken = next_version / "migrations" / "9999_broken.sql"
    broken.write_text("-- Fails.\n\nalter table nowhere add column x varchar;\n")
    folder = tmp_path / "lake"
    with open_lake(folder) as lake:
        with pytest.raises(duckdb.Error):
            lake.commit(lambda: bring_up_to_date(lake.connection, "9.9", next_version))
        assert lake_version(lake.connection) == current_version()
        with pytest.raises(duckdb.BinderException):
            lake.connection.execute("select mood from articles")


def test_a_newer_lake_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with open_lake(tmp_path) as lake:
        newer = current_version() + 1
        lake.commit(lambda: lake.connection.execute("insert into schema_versions values (?, 'x', now())", [newer]))
    for opening in (open_lake, read_lake):
        with pytest.raises(LakeError, match=f"schema version {newer}.*upgrade newslake"), opening(tmp_path):
            pass


def test_reading_an_older_lake_migrates_it(tmp_path: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_lake(tmp_path / "lake"):
        pass
    monkeypatch.setattr("sql.lake.current_version", lambda: current_version(next_version))
    monkeypatch.setattr("sql.lake.require_known", lambda version: migrate.require_known(version, next_version))
    monkeypatch.setattr(
        "sql.lake.bring_up_to_date", lambda connection, by: bring_up_to_date(connection, by, next_version)
    )
    with read_lake(tmp_path / "lake") as connection:
        assert lake_version(connection) == current_version(next_version)
        assert connection.execute("select mood from articles").fetchall() == []
