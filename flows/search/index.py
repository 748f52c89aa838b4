"""The index of the search: an SQLite file beside the catalogue that can be deleted, and follows the lake when asked."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import duckdb

from flows.search.words import TOKENIZER, spaced
from sql.errors import LakeError
from sql.scripts import statement

INDEX = "search.sqlite"

FORM = 3
"""Number of the index's own form: one of another form is made anew."""

PATIENCE = 120
"""Seconds that one search waits for another that is filling the index."""

AT_ONCE = 1_000
"""Articles that are fetched from the lake and put into the index at once: bounds memory."""

PIECE = 1 << 20
"""Bytes that are read of the index at once, where all of it is read."""

OnProgress = Callable[[int, int], None]
"""Told how many articles of how many have been put into the index."""

_MAKE = f"""
create table state (form integer not null, snapshot integer not null);
create table entries (
    entry_id integer primary key, article_id text not null unique, version integer not null, added_in integer not null,
    domain text, site text, language text, published_on text
);
create table articles (
    entry_id integer primary key, url text not null, published_at text, title text, text text not null, names text
);
create index outlets on entries (domain, site);
create virtual table texts using fts5 (title, text, names, content = '', tokenize = "{TOKENIZER}");
insert into state values ({FORM}, -1);
"""  # noqa: S608 - of constants

_ADD_ENTRY = "insert into entries values (null, ?, ?, ?, ?, ?, ?, ?)"
_ADD_ARTICLE = "insert into articles values (?, ?, ?, ?, ?, ?)"
_ADD_TEXT = "insert into texts (rowid, title, text, names) values (?, ?, ?, ?)"
_DELETE_TEXT = "insert into texts (texts, rowid, title, text, names) values ('delete', ?, ?, ?, ?)"


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


def read_ahead(folder: Path) -> None:
    """Read the index of the lake in `folder` through once, if there is one: the system then has it in its memory.

    From the disk, the places of a word that a quarter of a hundred thousand articles have take half a second.
    """
    with suppress(OSError), (folder / INDEX).open("rb", buffering=0) as file:
        while file.read(PIECE):
            pass


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
    missing = {row[0]: row[1:] for row in lake.execute(statement("current_versions")).fetchall()}
    held = index.execute("select entry_id, article_id, version, added_in from entries").fetchall()
    for entry_id, article_id, *version in held:
        if missing.get(article_id) == tuple(version):
            del missing[article_id]
        else:
            _take_out(index, entry_id)
    if missing:
        _put_in(index, lake, missing, on_progress)


def _take_out(index: sqlite3.Connection, entry_id: int) -> None:
    """Take an article out; the index of its words has no text of its own, and is told what it was."""
    said = index.execute("select title, text, names from articles where entry_id = ?", [entry_id]).fetchone()
    index.execute(_DELETE_TEXT, (entry_id, *map(_searched, said)))
    for table in ("entries", "articles"):
        index.execute(f"delete from {table} where entry_id = ?", [entry_id])  # noqa: S608 - of the two


def _put_in(
    index: sqlite3.Connection,
    lake: duckdb.DuckDBPyConnection,
    missing: dict[str, tuple[int, int]],
    on_progress: OnProgress,
) -> None:
    """Put in what the lake has of the missing articles; Parquet files of snapshots before theirs are not read."""
    since = min(added_in for _, added_in in missing.values())
    asked = lake.execute(statement("searched_articles"), {"since": since})
    done, wanted = 0, len(missing)
    while rows := asked.fetchmany(AT_ONCE):
        for row in rows:
            if missing.get(row[0]) == row[1:3]:
                del missing[row[0]]  # a damaged lake may hold it twice
                entry_id = index.execute(_ADD_ENTRY, row[:7]).lastrowid
                index.execute(_ADD_ARTICLE, (entry_id, *row[7:]))
                index.execute(_ADD_TEXT, (entry_id, *map(_searched, row[-3:])))
                done += 1
        on_progress(done, wanted)


def _searched(text: str | None) -> str:
    return spaced(text or "")
