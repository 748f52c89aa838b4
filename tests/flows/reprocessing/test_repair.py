"""Files of a lake that are lost are named, every one; what they held is extracted anew, or said to be gone."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from flows.cli.check import run_checks
from flows.cli.commands.repair import repair as repair_command
from flows.pipeline.executors import local
from flows.reprocessing.repair import UNDER_WAY, Repaired, repair
from sql.attach import CATALOG, TABLES
from sql.damage import rebuild
from sql.damage.lost_files import is_damaged_catalog
from sql.damage.verify import Damage, find_damage, orphans
from sql.errors import LakeError
from sql.inlining import flush
from sql.lake import lake_as_it_is, open_lake, read_lake
from tests.flows.pipeline.killed_runs import failing_checks, lake_rows, run_here, write_texts

HERE = local(1, None)

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a lake that is whole, beside its texts."""
    folder = tmp_path_factory.mktemp("damaged")
    write_texts(folder / "texts", 6)
    run_here(folder / "texts", folder / "lake")
    with open_lake(folder / "lake") as opened:
        opened.commit(lambda: flush(opened.connection))  # as maintenance does: small writes stay in the catalogue
    return folder / "lake"


@pytest.fixture(scope="module")
def rows(whole: Path) -> Rows:
    return lake_rows(whole)


@pytest.fixture
def lake(whole: Path, tmp_path: Path) -> Path:
    """A copy of the lake to damage."""
    return Path(shutil.copytree(whole, tmp_path / "lake"))


def files(lake: Path, table: str) -> list[Path]:
    found = sorted((lake / TABLES / "main" / table).rglob("*.parquet"))
    assert found
    return found


def damage_of(lake: Path) -> list[Damage]:
    with lake_as_it_is(lake) as connection:
        return list(find_damage(connection, lake))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def fill_with_garbage(path: Path) -> None:
    path.write_bytes(bytes(len(path.read_bytes())))


def test_every_lost_file_is_named_and_what_it_held_is_extracted_anew(lake: Path, rows: Rows) -> None:
    missing, garbage, short = files(lake, "articles")[0], files(lake, "text_blocks"), files(lake, "sketches")[-1]
    missing.unlink()
    cut(short)
    for path in garbage:
        fill_with_garbage(path)
    harmed = [missing, *garbage, short]
    found = damage_of(lake)
    assert {damage.path for damage in found} == {str(path.relative_to(lake)) for path in harmed}
    assert {damage.table for damage in found} == {"articles", "text_blocks", "sketches"}
    assert sum(damage.rows or 0 for damage in found if damage.table == "text_blocks") == len(rows["text_blocks"])
    done = repair(lake, HERE)
    assert len(done.damage) == len(harmed)
    assert (done.gone, done.addresses, done.is_rebuilt) == ({}, (), False)
    assert lake_rows(lake) == rows
    assert failing_checks(lake) == []
    assert damage_of(lake) == []


def test_raw_documents_that_are_lost_are_told_and_taken_again(whole: Path, lake: Path, rows: Rows) -> None:
    held = 0
    for path in files(lake, "documents"):
        held += duckdb.sql(f"from '{path}'").count("*").fetchall()[0][0]
        cut(path)
    done = repair(lake, HERE)
    assert done.gone == {"documents": held}
    assert done.addresses == tuple((whole.parent / "texts" / name).as_uri() for name in names_of_documents())
    assert failing_checks(lake) == ["articles_have_documents"]
    run_here(whole.parent / "texts", lake)
    again = {name: found for name, found in lake_rows(lake).items() if name != "inputs"}
    assert again == {name: found for name, found in rows.items() if name != "inputs"}
    assert failing_checks(lake) == []


def names_of_documents() -> list[str]:
    return ["00.txt", "01.txt", "02.txt", "03.txt", "copy.txt", "menu.txt"]


def test_a_lost_ledger_is_told(lake: Path) -> None:
    for path in (*files(lake, "inputs"), *files(lake, "schema_versions")):
        path.unlink()
    assert repair(lake, HERE).gone == {"inputs": 6}
    with read_lake(lake) as connection:
        assert connection.execute("select count(*) from articles").fetchall() == [(4,)]


def lose(lake: Path) -> None:
    for path in lake.glob(f"{CATALOG}*"):
        path.unlink()


def cut_catalogue(lake: Path) -> None:
    path = lake / CATALOG
    path.write_bytes(path.read_bytes()[:20_000])


def fill_catalogue(lake: Path) -> None:
    (lake / CATALOG).write_bytes(b"no catalogue " * 1000)


def empty_catalogue(lake: Path) -> None:
    (lake / CATALOG).write_bytes(b"")


@pytest.mark.parametrize("harm", [lose, cut_catalogue, fill_catalogue, empty_catalogue])
def test_a_lost_catalogue_is_told_with_what_to_do(lake: Path, harm: Callable[[Path], None]) -> None:
    assert not is_damaged_catalog(lake)
    harm(lake)
    assert is_damaged_catalog(lake)
    with pytest.raises(LakeError, match="newslake repair"), read_lake(lake):
        pass


def test_a_catalogue_that_is_garbage_somewhere_is_named(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray((lake / CATALOG).read_bytes())
    content[40_000:60_000] = b"\xff" * 20_000
    (lake / CATALOG).write_bytes(content)
    assert run_checks(lake, lake / "none.toml") == 1
    assert f"{CATALOG} is damaged" in capsys.readouterr().out


def test_a_lost_catalogue_is_made_anew_from_the_files_however_often_that_is_cut_off(
    lake: Path, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    taken: list[Counter[str]] = []
    original = rebuild._take_over

    def noted(*given: Any) -> Counter[str]:
        taken.append(original(*given))
        return taken[-1]

    monkeypatch.setattr(rebuild, "_take_over", noted)
    fill_catalogue(lake)
    for step in (
        "sql.damage.rebuild._put_in_place",
        "sql.damage.rebuild.shutil.rmtree",
        "flows.reprocessing.repair.reprocess",
    ):
        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):  # noqa: PT012
            patched.setattr(step, stop)
            repair(lake, HERE)
        assert (lake / UNDER_WAY).exists()
    repair(lake, HERE)
    assert taken == [{"documents": 5, "inputs": 6, "runs": 1}], "what was done is not done again"
    assert lake_rows(lake) == rows
    assert failing_checks(lake) == []
    assert not (lake / UNDER_WAY).exists()
    with read_lake(lake) as connection:
        assert connection.execute("select status from runs order by run_id").fetchall()[0] == ("completed",)


def test_a_lake_that_is_made_anew_holds_nothing_that_was_forgotten(lake: Path) -> None:
    with open_lake(lake) as opened:
        chosen = "select 'f' as forgetting_id, 'document' as kind, min(document_id) as hash from documents"
        opened.commit(lambda: opened.connection.execute(f"insert into forgotten {chosen}"))
        opened.commit(lambda: flush(opened.connection))
    lose(lake)
    assert rebuild.rebuild_lake(lake) == {"forgotten": 1, "documents": 4, "inputs": 6, "runs": 1}


def test_a_lake_that_lost_nothing_stays_as_it_is(lake: Path, tmp_path: Path) -> None:
    assert repair(lake, HERE) == Repaired((), False, {}, {}, {}, ())
    with pytest.raises(LakeError, match="there is no lake"):
        repair(tmp_path / "none", HERE)


def test_what_is_lost_and_what_is_left_is_printed(
    lake: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(files(lake, "text_blocks")[0], lake / TABLES / "main" / "text_blocks" / "ducklake-left.parquet")
    assert run_checks(lake, lake / "none.toml") == 0
    assert "files_of_dead_runs" in capsys.readouterr().out
    harmed = [files(lake, "articles")[0], *files(lake, "places")]
    for path in harmed:
        path.unlink()
    assert run_checks(lake, lake / "none.toml") == len(harmed)
    printed = capsys.readouterr().out
    assert all(f"{path.relative_to(lake)} is missing: " in printed for path in harmed)
    assert "rows of places" in printed
    monkeypatch.setattr("flows.pipeline.executors.local", lambda *_, **__: HERE)
    done = CliRunner().invoke(repair_command, ["--lake", str(lake)])
    assert (done.exit_code, done.exception) == (0, None)
    assert done.output.count("it was taken out") == len(harmed)


def test_files_that_dead_runs_left_are_found(lake: Path) -> None:
    left = lake / TABLES / "main" / "text_blocks" / "ducklake-left.parquet"
    shutil.copy(files(lake, "text_blocks")[0], left)
    assert orphans(lake) == [(str(left.relative_to(lake)), left.stat().st_size)]
    with open_lake(lake) as opened:
        opened.commit(lambda: orphans_while_somebody_commits(lake))


def orphans_while_somebody_commits(lake: Path) -> None:
    assert orphans(lake) == []
