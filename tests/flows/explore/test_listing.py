"""What the pages list is read anew when articles or their entities have changed, and not at every run."""

from pathlib import Path

import pytest

from flows.explore.listing import Listing
from sql.lake import open_lake, read_lake
from sql.scripts import statement

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
        with read_lake(folder, hold=False) as connection:
            listing = Listing(connection, folder)
            listing.follow()
            connection.execute("update memory.main.listed set title = 'held'")
            for change in changes:
                lake.commit(lambda change=change: lake.connection.execute(change))  # type: ignore[misc]
            listing.follow()
            return ("held",) not in connection.execute("select title from memory.main.listed").fetchall()


@pytest.mark.parametrize("changes", NOTHING_LISTED.values(), ids=NOTHING_LISTED)
def test_a_commit_that_leaves_the_articles_leaves_what_is_listed(tmp_path: Path, changes: list[str]) -> None:
    assert not listed_anew(tmp_path / "lake", changes)


@pytest.mark.parametrize("changes", LISTED.values(), ids=LISTED)
def test_a_commit_of_articles_is_listed(tmp_path: Path, changes: list[str]) -> None:
    assert listed_anew(tmp_path / "lake", changes)


def test_snapshots_that_nobody_knows_any_more_may_have_brought_articles(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: lake.connection.execute("insert into schema_versions from schema_versions"))
        asked = {"since": 1, "until": lake.snapshot() + 1}
        assert ("unknown", None) in lake.connection.execute(statement("changes_between"), asked).fetchall()
