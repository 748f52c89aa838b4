"""A long cell is broken between words, and no other cell is touched."""

import io
from contextlib import redirect_stdout

import duckdb
import pytest

from flows.answers.boxes import words_kept

LONG = "Parliamentarians questioned constitutionally appointed representatives yesterday regarding infrastructure"


def drawn(question: str, width: int = 80) -> tuple[str, str]:
    """Return a table as DuckDB draws it, and with its words kept."""
    rows = duckdb.connect().sql(question)
    printed = io.StringIO()
    with redirect_stdout(printed):
        rows.show(max_width=width)
    box = printed.getvalue().rstrip()
    return box, words_kept(box, lambda: len(rows.limit(2).fetchall()) == 1)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("columns", ["t", "n, t", "t, n, 'short' as s"])
def test_words_stay_whole(rows: int, columns: str) -> None:
    before, after = drawn(f"select {columns} from (select '{LONG}' as t, n from range({rows}) numbers (n))")
    words = {word for line in after.splitlines() for word in line.replace("│", " ").split()}
    assert set(LONG.split()) <= words
    assert not set(LONG.split()) <= {word for line in before.splitlines() for word in line.replace("│", " ").split()}
    assert {len(line) for line in after.splitlines()} == {len(before.splitlines()[0])}


@pytest.mark.parametrize(
    "question",
    [
        "select 1 as a union all select 2",
        "select 'a' as a, '' as b union all select '', 'b'",
        "select unnest(['first line of the table', 'second line', '']) as a",
        "select n, 'x' as x from range(200) numbers (n)",
        "select repeat('日本語の長い文', 30) as t, 1 as n",
        "select repeat('word ', 40) || '日本' as t, 1 as n",
        "select 1 as a where false",
        "select 'a│b' as t, n from range(3) numbers (n)",
    ],
)
def test_other_tables_stay_as_they_are(question: str) -> None:
    before, after = drawn(question)
    assert after == before


def test_a_word_that_is_longer_than_its_cell_is_broken() -> None:
    _, after = drawn(f"select '{'x' * 200} end' as t, 1 as n")
    assert after.count("x") == 200 + after.splitlines()[1].count("x")
