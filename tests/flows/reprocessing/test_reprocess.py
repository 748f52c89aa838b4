"""Reprocessing replaces what was extracted, from the raw documents alone, and changes nothing when repeated."""

import json
import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from flows.cli.commands.reprocess import reprocess as command
from flows.inputs.options import Options
from flows.pipeline.batches import Batch
from flows.pipeline.executors import local
from flows.pipeline.row_batch import RowBatch
from flows.pipeline.run import run
from flows.reprocessing.changes import Changes
from flows.reprocessing.replacement import REPLACED
from flows.reprocessing.reprocess import Reprocessed, reprocess
from flows.reprocessing.unfinished import FILE, unfinished
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


def snapshots_of(lake: Path) -> int:
    return int(ask(lake, "select count(*) from ducklake_snapshots('lake')")[0][0])


def contents(lake: Path) -> dict[str, list[tuple[Any, ...]]]:
    with read_lake(lake) as connection:
        names = [name for name in tables() if name != "runs"]
        return {name: connection.execute(f"from {name} order by all").fetchall() for name in names}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a lake, beside its articles."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "articles").mkdir()
    for name in ("budget-vote.html", "accord-sur-la-peche.txt", "site-menu.txt", SEED.name):
        (folder / "articles" / name).write_bytes((SAMPLES / name).read_bytes())
    run(Options([str(folder / "articles")], str(folder / "lake")), HERE)
    return folder / "lake"


@pytest.fixture
def lake(made: Path, tmp_path: Path) -> Path:
    """A copy of the lake to change."""
    return Path(shutil.copytree(made, tmp_path / "lake"))


def test_nothing_changes_when_the_extractors_are_the_same(lake: Path) -> None:
    before, snapshots = contents(lake), snapshots_of(lake)
    assert reprocess(lake, HERE) == Reprocessed({"unchanged": 3, "rejected": 1}, Changes())
    assert contents(lake) == before
    assert snapshots_of(lake) == snapshots + 2, "the run's beginning and its end"
    assert ask(lake, "select command, status from runs order by run_id") == [
        ("ingest", "completed"),
        ("reprocess", "completed"),
    ]


def test_what_older_extractors_made_is_replaced(lake: Path) -> None:
    before = contents(lake)
    change(
        lake,
        "update articles set title = 'old'",
        "update text_blocks set kept = true",
        "delete from mentions",
        "insert into quotes by name select article_id, version, 1 as quote_id, 0 as start_char, 1 as end_char, "
        "'x' as text, 'direct' as kind, 'old' as method from articles",
    )
    reprocess(lake, HERE)
    assert contents(lake) == before


def test_versions_keep_their_numbers(lake: Path, made: Path) -> None:
    path = made.parent / "articles" / SEED.name
    original = path.read_text()
    path.write_text(original.replace("approximately 2,500", "approximately 2,600"))
    run(Options([str(path)], str(lake)), HERE)
    path.write_text(original)
    keys = "select article_id, version, is_current from articles order by all"
    before = ask(lake, keys)
    assert len(before) == 4
    change(lake, "update articles set title = 'old'")
    assert reprocess(lake, HERE).documents == {"replaced": 4, "rejected": 1}
    assert ask(lake, keys) == before
    assert [check.name for check in scripts("checks") if ask(lake, check.text)] == []


def test_a_document_that_can_be_read_now_is_stored(lake: Path) -> None:
    before = contents(lake)
    change(lake, *[f"delete from {table.name}" for table in tables().values() if table.columns[0].name == "article_id"])
    assert reprocess(lake, HERE).documents == {"stored": 3, "rejected": 1}
    assert contents(lake) == before


def test_an_article_that_cannot_be_read_any_more_is_kept(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("gone")

    before = contents(lake)
    with monkeypatch.context() as patched:
        patched.setattr("transforms.extract.read", fail)
        assert reprocess(lake, HERE).documents == {"kept": 3, "rejected": 1}
    assert contents(lake) | {"failures": []} == before
    assert ask(lake, "select step, count(*) from failures group by all") == [("read", 4)]
    reprocess(lake, HERE)
    assert contents(lake) == before


def test_a_step_that_failed_is_tried_again(
    tmp_path: Path, made: Path, lake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError("gone")

    before = contents(lake)
    broken = tmp_path / "broken"
    with monkeypatch.context() as patched:
        patched.setattr("transforms.extract.find_times", fail)
        summary = run(Options([str(made.parent / "articles")], str(broken)), HERE)
    assert summary.failures == (("times", 3),)
    assert summary.count("stored") == 3
    (warning,) = (script for script in scripts("warnings") if script.name == "failed_steps")
    ((step, location, documents, error, _),) = ask(broken, warning.text)
    assert (step, documents, error) == ("times", 3, "LookupError: gone")
    assert location.startswith("reprocessing/test_reprocess.py:")
    assert reprocess(broken, HERE).documents == {"replaced": 3, "rejected": 1}
    assert ask(broken, warning.text) == []
    after = contents(broken)
    with_times = {"inputs", "documents", "schema_versions", "articles"}
    assert {table for table in before if after[table] != before[table]} <= with_times
    said = "select * exclude (fetched_at) from articles order by all"
    assert ask(broken, said) == ask(lake, said)


def test_every_table_below_articles_is_replaced() -> None:
    below = {table.name for table in tables().values() if any(c.name == "article_id" for c in table.columns)}
    assert below - set(REPLACED) == {"stories"}, "stories compare articles"


def test_what_changed_is_told_with_examples_and_only_that_is_written(lake: Path) -> None:
    untouched = ask(lake, "select count(*) from ducklake_list_files('lake', 'text_blocks')")
    english = "(select article_id from articles where language = 'en')"
    change(
        lake,
        "update articles set title = 'old' where language = 'en'",
        f"delete from quotes where quote_id = 1 and article_id in {english}",
    )
    done = reprocess(lake, HERE)
    assert done.documents == {"replaced": 2, "unchanged": 1, "rejected": 1}
    columns = dict(done.changes.most_first())
    assert set(columns) == {"articles.title", "quotes: rows new"}
    title = columns["articles.title"]
    assert title.versions == len(title.examples) == 2
    assert {(example.article, example.before, example.after) for example in title.examples} == {
        (title, "old", title) for (title,) in ask(lake, "select title from articles where language = 'en'")
    }
    assert ask(lake, "select count(*) from ducklake_list_files('lake', 'text_blocks')") == untouched


def test_articles_that_are_asked_for_alone_are_read_again(lake: Path) -> None:
    change(lake, "update articles set title = 'old'")
    ((french,),) = ask(lake, "select article_id from articles where language = 'fr'")
    assert reprocess(lake, HERE, articles=[french]).documents == {"replaced": 1}
    assert ask(lake, "select count(*) from articles where title = 'old'") == [(2,)]


def test_one_that_is_cut_off_goes_on_and_tells_of_both_parts(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.reprocessing.stored_batches.BATCH_DOCUMENTS", 1)
    before = contents(lake)
    change(lake, "update articles set title = 'old'")
    read: list[str] = []

    def cut_off(batches: Iterable[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        for batch, extracted in HERE(batches):
            if len(read) == 2:
                raise KeyboardInterrupt
            read.append(batch.raws[0].document_id)
            yield batch, extracted

    def rest(batches: Iterable[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        for batch, extracted in HERE(batches):
            read.append(batch.raws[0].document_id)
            yield batch, extracted

    with pytest.raises(KeyboardInterrupt):
        reprocess(lake, cut_off, unfinished=unfinished(lake, None, None))
    other = unfinished(lake, "true", None)
    assert other.progress().after == "", "another condition is another reprocess"
    done = reprocess(lake, rest, unfinished=unfinished(lake, None, None))
    assert len(read) == len(set(read)) == 4, "each document is read once"
    assert done.documents == {"replaced": 3, "rejected": 1}
    assert done.changes.columns["articles.title"].versions == 3
    assert contents(lake) == before
    assert not (lake / FILE).exists()


def snapshot_of_files(folder: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def invoke(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.setattr("flows.pipeline.executors.local", lambda *_, **__: HERE)
    return CliRunner().invoke(command, arguments)


def test_a_dry_run_tells_the_same_and_leaves_every_byte(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(lake, "update articles set title = 'old', text = text || ' \x1b[31m' where language = 'en'")
    before = snapshot_of_files(lake)
    condition = "language = 'en' -- and no other"
    tried = invoke(monkeypatch, "--lake", str(lake), "--dry-run", "--where", condition)
    assert snapshot_of_files(lake) == before
    assert tried.exit_code == 0
    assert "articles.title: 2 versions" in tried.output
    assert tried.output.count("before  old") == 2
    assert "\x1b" not in tried.output
    assert "2 documents; nothing was written" in tried.output
    as_json = invoke(monkeypatch, "--lake", str(lake), "--where", condition, "--json").output
    found = json.loads(as_json)
    assert (found["replaced"], found["changes"]["articles.title"]["versions"]) == (2, 2)
    assert ask(lake, "select count(*) from articles where title = 'old'") == [(0,)]
