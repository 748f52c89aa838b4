"""An export is the current state of the lake, whole or not at all, for any reader; or what has changed since a run."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pytest
from click.testing import CliRunner

from flows.cli.main import cli
from flows.export.contents import LEFT_OUT, UNDATED, choose
from flows.export.export import MANIFEST, Exported, export
from flows.export.writers import Style
from flows.inputs.errors import UsageError
from sql.asking.views import views
from sql.lake import open_lake, read_lake
from sql.tables import arrow_schema, insert, tables
from tests.transforms.articles import make_article

NAMES = choose((), with_views=False)
DECLARED = {**tables(), **views()}


@pytest.fixture(scope="module")
def exports(newsroom: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    styles: tuple[Style, ...] = ("parquet", "csv", "jsonl")
    for style in styles:
        export(newsroom, folder / style, style)
    export(newsroom, folder / "lake.duckdb", "duckdb")
    return folder


@pytest.fixture(scope="module")
def current(newsroom: Path) -> dict[str, int]:
    """The number of rows of each table that belong to a current version of an article, or to none."""
    counts = {}
    with read_lake(newsroom) as lake:
        for name in NAMES:
            columns = {column.name for column in DECLARED[name].columns}
            join = (
                ""
                if name == "articles" or "version" not in columns
                else "join current_articles using (article_id, version)"
            )
            found = lake.execute(f"select count(*) from {'current_articles' if name == 'articles' else name} {join}")
            counts[name] = found.fetchall()[0][0]
    assert counts["articles"] == 6
    return counts


def files(exports: Path, name: str) -> str:
    """Return the files of a table of a Parquet export."""
    folder = exports / "parquet" / name
    return str(folder / "**" / "*.parquet") if folder.is_dir() else f"{folder}.parquet"


def plain(kind: Any) -> str:
    """Return the name of an Arrow type, whatever a writer calls UTC and the values of a list."""
    return str(kind).replace("Etc/UTC", "UTC").replace("l: ", "element: ").replace("item: ", "element: ")


@pytest.mark.parametrize("name", NAMES)
def test_pandas_polars_and_duckdb_read_the_same(exports: Path, current: dict[str, int], name: str) -> None:
    path, declared = files(exports, name), arrow_schema(name)
    folder = exports / "parquet" / name
    by_pandas = pd.read_parquet(folder if folder.is_dir() else path)
    by_polars = pl.read_parquet(path)
    by_duckdb = duckdb.sql(f"from read_parquet('{path}')")
    assert len(by_pandas) == len(by_polars) == by_duckdb.count("*").fetchall()[0][0] == current[name]
    read = ds.dataset(folder if folder.is_dir() else path).schema
    assert {field.name: plain(field.type) for field in read if field.name != "published_month"} == {
        field.name: plain(field.type) for field in declared
    }
    types = {column.name: column.type for column in DECLARED[name].columns}
    found = dict(zip(by_duckdb.columns, map(str, by_duckdb.types), strict=True))
    assert {column: kind for column, kind in found.items() if column != "published_month"} == types
    as_polars = pl.from_arrow(declared.empty_table())
    assert isinstance(as_polars, pl.DataFrame)
    for column, kind in as_polars.schema.items():
        assert str(by_polars.schema[column]).replace("Etc/UTC", "UTC") == str(kind).replace("Etc/UTC", "UTC")
    as_pandas = declared.empty_table().to_pandas().dtypes
    assert set(as_pandas.index) <= set(by_pandas.columns)


def test_parquet_is_parted_by_month_and_compressed(exports: Path) -> None:
    assert [path.name for path in (exports / "parquet" / "articles").iterdir()] == ["published_month=2024-03"]
    (codec,) = duckdb.sql(
        f"select distinct compression from parquet_metadata('{files(exports, 'articles')}')"
    ).fetchall()
    assert codec == ("ZSTD",)


def test_json_lines_and_csv_have_every_row(exports: Path, current: dict[str, int]) -> None:
    for name in NAMES:
        lines = (exports / "jsonl" / f"{name}.jsonl").read_text("utf-8").splitlines()
        with (exports / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(lines) == len(rows) == current[name]
        assert all(list(json.loads(line)) == [column.name for column in DECLARED[name].columns] for line in lines)


def test_a_database_has_tables_views_and_comments(exports: Path, current: dict[str, int]) -> None:
    with duckdb.connect(str(exports / "lake.duckdb"), read_only=True) as database:
        assert {name: database.table(name).count("*").fetchall()[0][0] for name in NAMES} == current
        assert {
            name for (name,) in database.execute("select view_name from duckdb_views() where not internal").fetchall()
        } == set(views()) - {"runs_of_sources"}, "which stands on polls, and those stay in the lake"
        assert database.execute("select count(*) from who_said_what").fetchall()[0][0] == current["quotes"]
        ((comment,),) = database.execute("select comment from duckdb_tables() where table_name = 'quotes'").fetchall()
    assert comment == tables()["quotes"].comment


def test_undated_articles_and_empty_tables_are_there(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: insert(lake.connection, "articles", [make_article("x")]))
    export(tmp_path / "lake", tmp_path / "out", "parquet")
    assert [path.name for path in (tmp_path / "out" / "articles").iterdir()] == [f"published_month={UNDATED}"]
    assert len(pd.read_parquet(tmp_path / "out" / "quotes")) == 0
    assert list(pl.read_parquet(tmp_path / "out" / "quotes" / "*" / "*.parquet").columns)[:2] == [
        "article_id",
        "version",
    ]


def test_csv_runs_nothing(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: insert(lake.connection, "articles", [make_article("x", title="=HYPERLINK(1)")]))
    export(tmp_path / "lake", tmp_path / "out", "csv", ["articles"])
    with (tmp_path / "out" / "articles.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["title"] == "'=HYPERLINK(1)"


def test_tables_and_views_can_be_chosen(newsroom: Path, tmp_path: Path) -> None:
    exported = export(newsroom, tmp_path / "out", "jsonl", ["documents", "who_said_what"])
    assert set(exported.rows) == {"documents", "who_said_what"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"documents.jsonl", "who_said_what.jsonl", MANIFEST}
    as_a_table = export(newsroom, tmp_path / "out.duckdb", "duckdb", ["who_said_what"])
    assert as_a_table.rows == {"who_said_what": exported.rows["who_said_what"]}
    with pytest.raises(UsageError, match="no table or view"):
        export(newsroom, tmp_path / "other", "jsonl", ["nothing"])
    assert not LEFT_OUT & set(NAMES)


def changes(exported: Path) -> dict[str, str]:
    rows = (exported / "changes.jsonl").read_text("utf-8").splitlines()
    return {row["article_id"]: row["change"] for row in map(json.loads, rows)}


def test_changes_since_a_run_are_new_and_updated_articles(newsroom: Path, tmp_path: Path) -> None:
    with read_lake(newsroom) as lake:
        first, second = (run for (run,) in lake.execute("select run_id from runs order by started_at").fetchall())
    exported = export(newsroom, tmp_path / "out", "jsonl", (), first)
    assert Counter(changes(tmp_path / "out").values()) == {"added": 1, "updated": 1}
    titles = {
        json.loads(line)["title"] for line in (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    }
    assert titles == {"Limassol win the cup", "Peace talks with Iran break off in Vienna"}
    assert exported.rows["runs"] == 1
    assert export(newsroom, tmp_path / "none", "jsonl", (), second).rows == dict.fromkeys([*NAMES, "changes"], 0)
    with pytest.raises(UsageError, match="no run"):
        export(newsroom, tmp_path / "other", "jsonl", (), "00000000")


def test_what_was_removed_and_what_came_and_went_is_told(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake") as lake:

        def ask(*questions: str) -> None:
            for question in questions:
                lake.commit(lambda question=question: lake.connection.execute(question))  # type: ignore[misc]

        def add(*article_ids: str) -> None:
            articles = [make_article("x", article_id=article_id) for article_id in article_ids]
            lake.commit(lambda: insert(lake.connection, "articles", articles))

        add("kept", "gone", "changed")
        ask(
            "insert into runs by name select 'r1' as run_id, 'ingest' as command, "
            "now() as started_at, now() as ended_at, "
            "'completed' as status, 0 as stored, 0 as unchanged, 0 as duplicate, 0 as rejected, "
            "'0' as newslake_version, 1 as schema_version"
        )
        add("new", "brief")
        ask(
            "delete from articles where article_id in ('gone', 'brief')",
            "update articles set title = 't' where article_id in ('changed', 'new')",
        )
    export(tmp_path / "lake", tmp_path / "out", "jsonl", (), "r1")
    assert changes(tmp_path / "out") == {"gone": "removed", "changed": "updated", "new": "added"}


def test_an_earlier_export_is_replaced_and_nothing_else(newsroom: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    export(newsroom, target, "jsonl", ["runs"])
    export(newsroom, target, "jsonl", ["stories"])
    assert {path.name for path in target.iterdir()} == {"stories.jsonl", MANIFEST}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    (tmp_path / "mine.duckdb").write_text("years of work")
    with pytest.raises(UsageError, match="no earlier export"):
        export(newsroom, tmp_path / "mine", "parquet")
    with pytest.raises(UsageError, match="no DuckDB file"):
        export(newsroom, tmp_path / "mine.duckdb", "duckdb")
    assert (tmp_path / "mine" / "thesis.txt").read_text() == (tmp_path / "mine.duckdb").read_text() == "years of work"


@pytest.mark.parametrize("style", ["jsonl", "duckdb"])
def test_an_export_that_dies_leaves_the_earlier_one(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: Style
) -> None:
    target = tmp_path / "out"
    export(newsroom, target, style, ["runs"])

    def die(*_: Any) -> Exported:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("flows.export.export.Exported", die)
        with pytest.raises(KeyboardInterrupt):
            export(newsroom, target, style, ["stories"])
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    if style == "jsonl":
        assert {path.name for path in target.iterdir()} == {"runs.jsonl", MANIFEST}
    else:
        with duckdb.connect(str(target), read_only=True) as database:
            assert database.table("runs").count("*").fetchall() == [(2,)]


def test_what_was_cut_off_between_two_renames_is_put_back(newsroom: Path, tmp_path: Path) -> None:
    export(newsroom, tmp_path / "out", "jsonl", ["runs"])
    (tmp_path / "out").rename(tmp_path / ".out.before")
    (tmp_path / ".out.partial").mkdir()
    with pytest.raises(UsageError):
        export(newsroom, tmp_path / "out", "jsonl", (), "no such run")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_command_says_what_it_wrote(newsroom: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        cli, ["--lake", str(newsroom), "export", str(tmp_path / "a.duckdb"), "--tables", "runs, stories"]
    )
    assert done.output.split()[:4] == ["2", "runs", "6", "stories"]
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as database:
        assert database.execute("select count(*) from runs").fetchall() == [(2,)]


def test_what_the_lake_no_longer_remembers_is_said(tmp_path: Path) -> None:
    run = (
        "insert into runs by name select 'r1' as run_id, 'ingest' as command, now() as started_at, now() as ended_at, "
        "'completed' as status, 0 as stored, 0 as unchanged, 0 as duplicate, 0 as rejected, '0' as newslake_version, "
        "1 as schema_version"
    )
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: lake.connection.execute(run))
        for article_id in "ab":
            lake.commit(lambda a=article_id: insert(lake.connection, "articles", [make_article("x", article_id=a)]))  # type: ignore[misc]
        lake.connection.execute("call ducklake_expire_snapshots('lake', older_than => now())")
    with pytest.raises(UsageError, match="no longer remembers"):
        export(tmp_path / "lake", tmp_path / "out", "jsonl", (), "r1")
    assert not (tmp_path / "out").exists()
