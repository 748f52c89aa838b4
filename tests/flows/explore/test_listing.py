"""What the pages list is read anew when articles or their entities have changed, and not at every run."""

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from flows.answers.limits import Limits
from flows.explore.app import explore_app
from flows.explore.listing import READ, Listing
from flows.upkeep.maintain import maintain
from sql.lake import open_lake, read_lake
from sql.scripts import statement
from sql.tables import tables as tables_of_the_lake

ARTICLE = """
insert into articles by name
select
    $1 as article_id, 1 as version, true as is_current, 'd' as document_id, now() as fetched_at, 'u' as url,
    [] as authors, [] as topics, 't' as text, 1 as word_count, 'f' as fingerprint
"""
NOTHING_LISTED = {
    "a row of another table": ["insert into schema_versions from schema_versions"],
    "rows that go to files": ["call ducklake_flush_inlined_data('lake')"],
}
LISTED = {
    "an article": [ARTICLE.replace("$1", "'b'")],
    "an article that is gone": ["delete from articles"],
    "an article among others' rows": ["insert into schema_versions from schema_versions", ARTICLE.replace("$1", "'b'")],
    "a view": ["create or replace view latest_inputs as select 1 as one"],
}


def listed_anew(folder: Path, changes: list[str]) -> bool:
    """Return whether the articles are read again after commits of the changes."""
    with open_lake(folder) as lake:
        lake.commit(lambda: lake.connection.execute(ARTICLE, ["a"]))
        with read_lake(folder, hold=False) as connection, ThreadPoolExecutor(1) as thread:
            listing = Listing(connection, folder, thread)
            listing.follow()
            connection.execute("update memory.main.listed set title = 'held'")
            for change in changes:
                lake.commit(lambda change=change: lake.connection.execute(change))  # type: ignore[misc]
            listing.follow(patience=60)
            return ("held",) not in connection.execute("select title from memory.main.listed").fetchall()


@pytest.mark.parametrize("changes", NOTHING_LISTED.values(), ids=NOTHING_LISTED)
def test_a_commit_that_leaves_the_articles_leaves_what_is_listed(tmp_path: Path, changes: list[str]) -> None:
    assert not listed_anew(tmp_path / "lake", changes)


@pytest.mark.parametrize("changes", LISTED.values(), ids=LISTED)
def test_a_commit_of_articles_is_listed(tmp_path: Path, changes: list[str]) -> None:
    assert listed_anew(tmp_path / "lake", changes)


@pytest.mark.parametrize("part", ["said", "told", "events"])
def test_rows_are_found_where_files_have_been_merged_since(newsroom: Path, tmp_path: Path, part: str) -> None:
    """What only moves rows from file to file is no reason to read them anew."""
    folder = tmp_path / "lake"
    shutil.copytree(newsroom, folder)
    with read_lake(folder, hold=False) as connection, ThreadPoolExecutor(1) as thread:
        listing = Listing(connection, folder, thread)
        listing.follow()
        connection.execute("use lake")
        entities = connection.execute("select entity_id from memory.main.known").fetchall()
        asked = [{"entity": entity, "most": 16} for (entity,) in entities]
        before = [connection.execute(statement(f"entity_{part}"), one).fetchall() for one in asked]
        assert any(before)
        maintain(folder, timedelta(0))
        listing.follow(patience=60)
        assert [connection.execute(statement(f"entity_{part}"), one).fetchall() for one in asked] == before


@pytest.mark.parametrize("table", ["quoted", "acted"])
def test_the_number_of_a_row_is_the_one_by_which_it_is_found(newsroom: Path, table: str) -> None:
    with read_lake(newsroom, hold=False) as connection, ThreadPoolExecutor(1) as thread:
        Listing(connection, newsroom, thread).follow()
        rows = f"select number, rowid from memory.main.{table} order by number"
        assert connection.execute(rows).fetchall() == [
            (at, at) for at in range(connection.execute(f"select count(*) from memory.main.{table}").fetchall()[0][0])
        ]
        assert connection.execute(f"select count(*) > 1 from memory.main.{table}").fetchall() == [(True,)]


def test_every_table_that_the_listing_reads_is_followed() -> None:
    read = re.findall(r"^(?:from|join|left join) (\w+(?:\.\w+)*)", statement("list_current"), re.MULTILINE)
    tables = {name for name in read if not name.startswith("memory.") and name in tables_of_the_lake()}
    assert tables | {"articles"} == READ  # the articles are read through a view


def test_snapshots_that_nobody_knows_any_more_may_have_brought_articles(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: lake.connection.execute("insert into schema_versions from schema_versions"))
        asked = {"since": 1, "until": lake.snapshot() + 1}
        assert ("unknown", None) in lake.connection.execute(statement("changes_between"), asked).fetchall()


def test_a_page_does_not_wait_for_articles_to_be_read_anew(tmp_path: Path) -> None:
    """Another task before it stands for a large lake: what was held is shown until it is done."""
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: lake.connection.execute(ARTICLE, ["a"]))
        with read_lake(tmp_path / "lake", hold=False) as connection, ThreadPoolExecutor(1) as thread:
            listing, is_done = Listing(connection, tmp_path / "lake", thread), Event()
            listing.follow()
            before = listing.snapshot
            lake.commit(lambda: lake.connection.execute(ARTICLE, ["b"]))
            thread.submit(is_done.wait)
            listing.follow(patience=0)
            assert listing.snapshot == before
            assert connection.execute("select article_id from memory.main.listed").fetchall() == [("a",)]
            is_done.set()
            listing.follow(patience=60)
            assert connection.execute("select count(*) from memory.main.listed").fetchall() == [(2,)]


def test_an_article_is_shown_as_it_is_also_where_the_listing_has_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = ARTICLE.replace("1 as version", "2 as version").replace("'t' as text", "'another' as text")
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: lake.connection.execute(ARTICLE, ["a"]))
        with explore_app(tmp_path / "lake", 4300, Limits(20, "2 GB")) as app:
            browser = TestClient(app, base_url="http://127.0.0.1:4300")
            assert ">t<" in browser.get("/article/a").text
            monkeypatch.setattr(Listing, "follow", lambda self: None)
            lake.commit(lambda: lake.connection.execute("update articles set is_current = false"))
            lake.commit(lambda: lake.connection.execute(changed, ["a"]))
            lake.commit(lambda: lake.connection.execute(ARTICLE, ["new"]))
            assert ">another<" in browser.get("/article/a").text
            assert ">t<" in browser.get("/article/a?version=1").text
            assert ">t<" in browser.get("/article/new").text
            assert browser.get("/article/none").status_code == 404
