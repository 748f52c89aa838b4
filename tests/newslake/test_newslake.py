"""What is public in Python works, for every kind of reader."""

import contextlib
import io
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

import newslake
from sql.lake import open_lake
from sql.tables import insert
from tests.docs.samples import PAGES, blocks
from tests.transforms.articles import make_article


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("python") / "lake"
    articles = [make_article("Peace talks resume.", article_id="a", language="fr"), make_article("x", article_id="b")]
    with open_lake(folder) as lake:
        lake.commit(lambda: insert(lake.connection, "articles", articles))
    return folder


def test_every_reader_has_the_same_rows(lake: Path) -> None:
    question = "select article_id, language from articles order by article_id"
    with newslake.open(lake) as opened:
        rows = opened.rows(question)
        assert rows == [{"article_id": "a", "language": "fr"}, {"article_id": "b", "language": None}]
        assert opened.arrow(question).to_pylist() == rows
        assert isinstance(opened.pandas(question), pd.DataFrame)
        assert opened.pandas(question)["article_id"].tolist() == ["a", "b"]
        assert isinstance(opened.polars(question), pl.DataFrame)
        assert opened.polars(question).to_dicts() == rows
        assert [hit.article_id for hit in opened.search("peace")] == ["a"]


def test_a_lake_that_is_open_for_reading_cannot_be_changed_and_holds_nobody_up(lake: Path) -> None:
    with newslake.open(lake) as opened:
        with pytest.raises(duckdb.Error, match="read-only"):
            opened.rows("delete from articles")
        with pytest.raises(duckdb.Error, match="disabled"):
            opened.rows("select * from read_csv('/etc/passwd')")
        with open_lake(lake) as writing:
            writing.commit(lambda: insert(writing.connection, "articles", [make_article("y", article_id="c")]))
        assert opened.rows("select count(*) as n from articles") == [{"n": 3}]


def test_what_cannot_be_asked_is_said(lake: Path, tmp_path: Path) -> None:
    with pytest.raises(newslake.LakeError, match="no lake"):
        newslake.open(tmp_path)
    with newslake.open(lake) as opened:
        with pytest.raises(KeyError):
            opened.query("no_such_query")
        with pytest.raises(TypeError, match="name"):
            opened.query("names_of")
        with pytest.raises(TypeError, match="nom"):
            opened.query("names_of", name="x", nom="y")


def test_bytes_are_decoded_and_spans_are_receipts() -> None:
    page = "<title>Pont fermé</title><h1>Pont fermé</h1>" + "<p>Le pont de l'île est fermé depuis lundi matin.</p>" * 8
    read = newslake.extract(page.encode("latin-1"), url="https://journal.example/pont")
    assert read.article.title == "Pont fermé"
    assert read.article.url == "https://journal.example/pont"
    assert all(read.article.text[place.start_char : place.end_char] == place.text for place in read.places)


def test_a_text_without_date_can_be_given_one() -> None:
    text = (
        "The bridge was closed on Monday, the mayor said. It will stay closed for two weeks, and buses take the ferry."
    )
    read = newslake.extract(text, published_at=datetime(2024, 5, 2, tzinfo=UTC))
    assert {time.starts_at.day for time in read.times if time.text == "Monday" and time.starts_at} == {29}


def test_what_is_no_article_is_said_with_its_reason() -> None:
    with pytest.raises(newslake.NoArticleError) as caught:
        newslake.extract(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    assert caught.value.reason == "binary"


def test_the_article_of_the_docs_has_its_figures() -> None:
    (sample,) = (block.code for block in blocks(PAGES["docs/python.md"].read_text("utf-8")) if "extract" in block.code)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(sample, {})  # noqa: S102 - the project's own docs
    assert "12.0 killed Twelve people" in printed.getvalue()
