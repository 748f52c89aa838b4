"""The search finds what the lake holds now, and nothing else."""

import json
import os
import sqlite3
import stat
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from flows.cli.main import cli
from flows.search.index import INDEX, remove_index
from flows.search.search import Search, search
from flows.upkeep.maintain import maintain
from sql.lake import Lake, open_lake, read_lake
from sql.tables import insert
from tests.transforms.articles import make_article


def titles(folder: Path, words: str, **narrowed: Any) -> list[str | None]:
    with read_lake(folder) as lake:
        return [hit.title for hit in search(folder, lake, Search(words, **narrowed))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("peace talks", ["Peace talks with Iran break off in Vienna"]),
        ('"talks peace"', []),
        ("négociat*", ["Les pourparlers de paix reprennent à Vienne"]),
        ("NEGOCIATEURS", ["Les pourparlers de paix reprennent à Vienne"]),
        ("和平交渉", ["ウィーンで和平交渉が再開"]),
        ("平和", []),
        ("resume", []),  # what an older version said is not current
        ("ferry cyprus", ["Ferry sinks off Cyprus", "Dozens hurt as ferry sinks off Cyprus"]),
    ],
)
def test_words_phrases_beginnings_and_scripts_without_spaces(newsroom: Path, words: str, found: list[str]) -> None:
    assert titles(newsroom, words) == found


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"outlet": "north post"}, 1),
        ({"outlet": "northpost.co.uk"}, 1),
        ({"outlet": "Nobody's"}, 0),
        ({"outlet": ""}, 2),
        ({"language": "fr"}, 0),
        ({"since": date(2024, 3, 6)}, 0),
        ({"until": date(2024, 3, 5)}, 2),
        ({"entity": "Keller"}, 2),
        ({"entity": "anna keller"}, 2),
        ({"entity": "Iran"}, 0),
        ({"limit": 1}, 1),
    ],
)
def test_a_search_is_narrowed_down(newsroom: Path, narrowed: dict[str, Any], found: int) -> None:
    assert len(titles(newsroom, "ferry", **narrowed)) == found


def test_the_place_of_a_hit_is_a_receipt(newsroom: Path) -> None:
    done = CliRunner().invoke(cli, ["--lake", str(newsroom), "search", '"two warnings"', "--json"])
    first, second = json.loads(done.output)
    with read_lake(newsroom) as lake:
        (text,) = lake.execute("select text from articles where article_id = ?", [first["article_id"]]).fetchall()[0]
    assert text[first["start_char"] : first["end_char"]] == "two warnings"
    assert first["hits"] == [[first["start_char"], first["end_char"]]]
    assert "⟦two warnings⟧" in first["snippet"]
    assert first["score"] >= second["score"] > 0


@pytest.fixture
def lake(tmp_path: Path) -> Iterator[Lake]:
    with open_lake(tmp_path / "lake") as lake:
        add(lake, "a", "The harbour is closed.")
        yield lake


def add(lake: Lake, article_id: str, text: str) -> None:
    article = make_article(text, article_id=article_id, title=f"title of {article_id}")
    lake.commit(lambda: insert(lake.connection, "articles", [article]))


def change(lake: Lake, question: str) -> None:
    lake.commit(lambda: lake.connection.execute(question))


def test_the_index_follows_the_lake(lake: Lake) -> None:
    assert titles(lake.folder, "harbour") == ["title of a"]
    add(lake, "b", "The harbour is open.")
    assert titles(lake.folder, "harbour") == ["title of a", "title of b"]
    change(lake, "update articles set text = 'The pier is closed.' where article_id = 'a'")
    assert titles(lake.folder, "harbour") == ["title of b"]
    assert titles(lake.folder, "pier") == ["title of a"]
    change(lake, "delete from articles where article_id = 'b'")
    assert titles(lake.folder, "harbour") == []


def test_words_of_more_than_half_of_many_articles_find_the_latest_first(
    lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    for article_id, text in {"b": "The harbour, the harbour.", "c": "The harbour is open."}.items():
        titles(lake.folder, "harbour")  # what is there is in the index before what comes
        add(lake, article_id, text)
    monkeypatch.setattr("flows.search.search.MANY", 1)
    with read_lake(lake.folder) as reading:
        found = {words: search(lake.folder, reading, Search(words)) for words in ("harbour", "open")}
        latest = search(lake.folder, reading, Search("harbour", limit=1))
    assert [(hit.article_id, hit.score) for hit in found["harbour"]] == [("c", 0), ("b", 0), ("a", 0)]
    assert [hit.article_id for hit in latest] == ["c"]
    assert found["open"][0].score > 0


def test_only_what_is_new_is_read_again(lake: Lake) -> None:
    seen: list[tuple[int, int]] = []
    for article_id in ("b", "c"):
        add(lake, article_id, "The harbour is open.")
        with read_lake(lake.folder) as reading:
            search(lake.folder, reading, Search("harbour"), lambda done, of: seen.append((done, of)))
    assert seen == [(2, 2), (1, 1)]


def test_a_damaged_lake_that_holds_an_article_twice_is_searched(lake: Lake) -> None:
    add(lake, "a", "The harbour is closed.")
    assert titles(lake.folder, "harbour") == ["title of a"]


def test_the_index_is_its_owners_alone_and_can_be_deleted(lake: Lake) -> None:
    before = os.umask(0o022)
    try:
        assert titles(lake.folder, "harbour") == ["title of a"]
    finally:
        os.umask(before)
    assert stat.S_IMODE((lake.folder / INDEX).stat().st_mode) == 0o600
    remove_index(lake.folder)
    assert not list(lake.folder.glob(f"{INDEX}*"))
    assert titles(lake.folder, "harbour") == ["title of a"]


@pytest.mark.parametrize("damage", ["garbage", "cut", "form"])
def test_a_damaged_index_is_made_anew(lake: Lake, damage: str) -> None:
    titles(lake.folder, "harbour")
    path = lake.folder / INDEX
    if damage == "garbage":
        path.write_bytes(b"no database" * 1000)
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    else:
        with sqlite3.connect(path) as index:
            index.execute("update state set form = 0")
        index.close()
    add(lake, "b", "The harbour is open.")
    assert titles(lake.folder, "harbour") == ["title of a", "title of b"]


def test_a_search_that_dies_while_filling_leaves_the_index_as_it_was(lake: Lake) -> None:
    def die(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), read_lake(lake.folder) as reading:
        search(lake.folder, reading, Search("harbour"), die)
    assert titles(lake.folder, "harbour") == ["title of a"]


def test_where_nothing_can_be_written_the_search_works(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    open_file = os.open

    def refused(path: Any, *rest: Any) -> int:
        if Path(path).name == INDEX:
            raise PermissionError
        return open_file(path, *rest)

    monkeypatch.setattr("flows.search.index.os.open", refused)
    assert titles(lake.folder, "harbour") == ["title of a"]
    assert not (lake.folder / INDEX).exists()


def test_what_is_looked_for_cannot_act(lake: Lake) -> None:
    for words in ("'; drop table texts; --", '"a" OR "b', "texts MATCH x", "NEAR(a b)", "{title}: x", "^harbour"):
        titles(lake.folder, words)
    assert titles(lake.folder, "^harbour") == ["title of a"]


def test_maintenance_of_the_lake_makes_nothing_be_read_again(lake: Lake) -> None:
    add(lake, "b", "The harbour is open.")
    titles(lake.folder, "harbour")
    lake.connection.close()  # maintenance waits for who reads or writes
    maintain(lake.folder, timedelta(0))
    seen: list[tuple[int, int]] = []
    with read_lake(lake.folder) as reading:
        hits = search(lake.folder, reading, Search("harbour"), lambda done, of: seen.append((done, of)))
    assert len(hits) == 2
    assert seen == []
