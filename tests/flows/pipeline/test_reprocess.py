"""Reprocessing replaces what was extracted, from the raw documents alone, and changes nothing when repeated."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.reprocess import REPLACED, reprocess
from flows.pipeline.run import run
from sql.lake import open_lake, read_lake
from sql.scripts import scripts
from sql.tables import tables

HERE = local(1, None)
SAMPLES = Path(__file__).parents[3] / "data" / "samples"
SEED = SAMPLES / "islamic-resistance-in-iraq.txt"


def ask(lake: Path, question: str) -> list[tuple[Any, ...]]:
    with read_lake(lake) as connection:
        return connection.execute(question).fetchall()


def change(folder: Path, *statements: str) -> None:
    with open_lake(folder) as lake:
        for text in statements:
            lake.commit(partial(lake.connection.execute, text))


def contents(lake: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {name: ask(lake, f"from {name} order by all") for name in tables() if name != "runs"}


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for name in ("budget-vote.html", "accord-sur-la-peche.txt", "site-menu.txt", SEED.name):
        (tmp_path / "articles" / name).write_bytes((SAMPLES / name).read_bytes())
    run(Options([str(tmp_path / "articles")], str(tmp_path / "lake")), HERE)
    return tmp_path / "lake"


def test_nothing_changes_when_the_extractors_are_the_same(lake: Path) -> None:
    before = contents(lake)
    assert reprocess(lake, HERE) == {"replaced": 3, "rejected": 1}
    assert contents(lake) == before
    assert ask(lake, "select command, status from runs order by run_id") == [
        ("ingest", "completed"),
        ("reprocess", "completed"),
    ]


def test_what_older_extractors_made_is_replaced(lake: Path) -> None:
    before = contents(lake)
    change(
        lake,
        "update articles set title = 'old'",
        "update blocks set kept = true",
        "delete from mentions",
        "insert into quotes by name select article_id, version, 1 as quote_id, 0 as start_char, 1 as end_char, "
        "'x' as text, 'direct' as kind, 'old' as method from articles",
    )
    reprocess(lake, HERE)
    assert contents(lake) == before


def test_versions_keep_their_numbers(lake: Path, tmp_path: Path) -> None:
    path = tmp_path / "articles" / SEED.name
    path.write_text(path.read_text().replace("approximately 2,500", "approximately 2,600"))
    run(Options([str(path)], str(lake)), HERE)
    keys = "select article_id, version, is_current from articles order by all"
    before = ask(lake, keys)
    assert len(before) == 4
    assert reprocess(lake, HERE) == {"replaced": 4, "rejected": 1}
    assert ask(lake, keys) == before
    assert [check.name for check in scripts("checks") if ask(lake, check.text)] == []


def test_a_document_that_can_be_read_now_is_stored(lake: Path) -> None:
    before = contents(lake)
    change(lake, *[f"delete from {table.name}" for table in tables().values() if table.columns[0].name == "article_id"])
    assert reprocess(lake, HERE) == {"stored": 3, "rejected": 1}
    assert contents(lake) == before


def test_an_article_that_cannot_be_read_any_more_is_kept(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("gone")

    before = contents(lake)
    with monkeypatch.context() as patched:
        patched.setattr("transforms.extract.read", fail)
        assert reprocess(lake, HERE) == {"kept": 3, "rejected": 1}
    assert contents(lake) | {"failures": []} == before
    assert ask(lake, "select step, count(*) from failures group by all") == [("read", 4)]
    reprocess(lake, HERE)
    assert contents(lake) == before


def test_a_step_that_failed_is_tried_again(tmp_path: Path, lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("gone")

    before = contents(lake)
    broken = tmp_path / "broken"
    with monkeypatch.context() as patched:
        patched.setattr("transforms.extract.find_times", fail)
        summary = run(Options([str(tmp_path / "articles")], str(broken)), HERE)
    assert summary.failures == (("times", 3),)
    assert summary.count("stored") == 3
    (warning,) = (script for script in scripts("warnings") if script.name == "failed_steps")
    ((step, location, documents, error, _),) = ask(broken, warning.text)
    assert (step, documents, error) == ("times", 3, "LookupError: gone")
    assert location.startswith("pipeline/test_reprocess.py:")
    assert reprocess(broken, HERE) == {"replaced": 3, "rejected": 1}
    assert ask(broken, warning.text) == []
    after = contents(broken)
    with_times = {"inputs", "documents", "schema_versions", "articles"}
    assert {table for table in before if after[table] != before[table]} <= with_times
    said = "select * exclude (fetched_at) from articles order by all"
    assert ask(broken, said) == ask(lake, said)


def test_every_table_below_articles_is_replaced() -> None:
    below = {table.name for table in tables().values() if any(c.name == "article_id" for c in table.columns)}
    assert below - set(REPLACED) == {"stories"}, "stories compare articles"
