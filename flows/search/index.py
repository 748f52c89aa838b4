"""The index of the search: an SQLite file beside the catalogue that can be deleted, and follows the lake when asked."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb

from flows.search.words import TOKENIZER, spaced
from sql.errors import LakeError
from sql.scripts import statement

INDEX = "search.sqlite"

FORM = 1
"""Number of the index's own form: one of another form is made anew."""

PATIENCE = 120
"""Seconds that one search waits for another that is filling the index."""

AT_ONCE = 1_000
"""Articles that are fetched from the lake and put into the index at once: bounds memory."""

OnProgress = Callable[[int, int], None]
"""Told how many articles of how many have been put into the index."""

_MAKE = f"""
create table state (form integer not null, snapshot integer not null);
create table entries (
    entry_id integer primary key, article_id text not null unique, version integer not null, added_in integer not null,
    domain text, site text, language text, published_on text
);
create virtual table texts using fts5 (title, text, names, tokenize = "{TOKENIZER}");
insert into state values ({FORM}, -1);
"""  # noqa: S608 - of constants

_ADD_ENTRY = "insert into entries values (null, ?, ?, ?, ?, ?, ?, ?)"
_ADD_TEXT = "insert into texts (rowid, title, text, names) values (?, ?, ?, ?)"


@contextmanager
def open_index(
    folder: Path, lake: duckdb.DuckDBPyConnection, on_progress: OnProgress = lambda done, of: None
) -> Iterator[sqlite3.Connection]:
    """Open the index of the lake in `folder`, which `lake` reads, with exactly the current articles of the lake in it.

    What is gone is removed and what is new is added first. Where the folder can't be written, an index is made for this
    once. A damaged one, or one of another form, is made anew. Raises LakeError when it can't be, as on a full disk.
    """
    try:
        try:
            index = _in_step(folder, lake, on_progress)
        except sqlite3.DatabaseError as error:
            if any(word in str(error) for word in ("locked", "full", "I/O")):
                raise
            remove_index(folder)  # damaged, or of another form
            index = _in_step(folder, lake, on_progress)
    except sqlite3.Error as error:
        raise LakeError(f"the index of the search in {folder} cannot be written: {error}") from error
    with closing(index):
        yield index


def remove_index(folder: Path) -> None:
    """Delete the index of the lake in `folder`, with all that it holds of articles; the next search makes it anew."""
    for name in (INDEX, f"{INDEX}-journal"):
        (folder / name).unlink(missing_ok=True)


def _in_step(folder: Path, lake: duckdb.DuckDBPyConnection, on_progress: OnProgress) -> sqlite3.Connection:
    index = _connect(folder / INDEX)
    try:
        snapshot = lake.execute(statement("current_snapshot")).fetchall()[0][0]
        if _snapshot(index) != snapshot:
            index.execute("begin immediate")  # another search may be filling it: then little is left to do
            _follow(index, lake, on_progress)
            index.execute("update state set snapshot = ?", [snapshot])
            index.execute("commit")
    except BaseException:
        index.close()
        raise
    return index


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file, readable for its owner alone; one in the temporary folder where it can't be written."""
    place = str(path)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        place = ""
    return sqlite3.connect(place, timeout=PATIENCE, isolation_level=None)


def _snapshot(index: sqlite3.Connection) -> int:
    """Return the lake's snapshot that the index is of, -1 for a new one; raises DatabaseError for another form."""
    if not index.execute("select 1 from sqlite_master").fetchone():
        index.executescript(f"begin immediate; {_MAKE} commit")
    form, snapshot = index.execute("select form, snapshot from state").fetchone()
    if form != FORM:
        raise sqlite3.DatabaseError(f"it is of the form {form}")
    return int(snapshot)


def _follow(index: sqlite3.Connection, lake: duckdb.DuckDBPyConnection, on_progress: OnProgress) -> None:
    """Take out of the index what is no current article of the lake as it is now, and put in what is missing."""
    current = {row[0]: row[1:] for row in lake.execute(statement("current_versions")).fetchall()}
    gone = []
    for entry_id, article_id, *version in index.execute("select entry_id, article_id, version, added_in from entries"):
        if current.get(article_id) == tuple(version):
            del current[article_id]
        else:
            gone.append((entry_id,))
    index.executemany("delete from entries where entry_id = ?", gone)
    index.executemany("delete from texts where rowid = ?", gone)
    if not current:
        return
    asked = lake.execute(statement("searched_articles"), {"article_ids": list(current)})
    done = 0
    while rows := asked.fetchmany(AT_ONCE):
        for *entry, title, text, names in rows:
            entry_id = index.execute(_ADD_ENTRY, entry).lastrowid
            index.execute(_ADD_TEXT, (entry_id, spaced(title), spaced(text), spaced(names)))
        done += len(rows)
        on_progress(done, len(current))
