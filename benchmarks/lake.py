"""What a measured run leaves: the bytes on disk, and how fast questions are answered."""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import zstandard

from sql.asking.queries import queries
from sql.attach import TABLES
from sql.lake import read_lake


def _saved(name: str, **given: str) -> tuple[str, dict[str, str]]:
    query = queries()[name]
    return query.text, query.defaults() | given


QUESTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "articles per site and day": ("select site, published_on, count(*) from current_articles group by all", {}),
    "top speakers of a month": _saved("most_quoted", since="2026-01-01", until="2026-01-31"),
    "figures by place": _saved("figures_by_place"),
}
"""What is asked of the lake, and timed: SQL with its parameters."""

OF_WHAT = {
    "documents": "raw documents",
    **dict.fromkeys(
        ("articles", "entities", "events", "figures", "links", "mentions", "places", "quotes", "text_blocks", "times"),
        "texts and fields",
    ),
}
"""What tables hold; the others hold what happened to the inputs, and what copies are found by."""


def raw_bytes(corpus: Path) -> int:
    """Return the bytes of the files of a corpus, each compressed by itself."""
    return sum(len(zstandard.compress(path.read_bytes())) for path in corpus.rglob("*.*"))


def parquet_bytes(lake: Path) -> dict[str, int]:
    """Return the bytes of the Parquet files of a lake, by what they hold."""
    sizes: Counter[str] = Counter()
    for path in (lake / TABLES).rglob("*.parquet"):
        table = path.relative_to(lake / TABLES).parts[1]
        sizes[f"Parquet of {OF_WHAT.get(table, 'ledger and sketches')}"] += path.stat().st_size
    return dict(sizes)


def asked(lake: Path) -> Iterator[tuple[str, float]]:
    """Ask each question; yield it with the seconds that it took."""
    with read_lake(lake) as connection:
        # At the first parameter DuckDB imports pandas, where there is one.
        connection.execute("select $one", {"one": 1})
        for name, (question, parameters) in QUESTIONS.items():
            start = time.monotonic()
            connection.execute(question, parameters).fetchall()
            yield name, round(time.monotonic() - start, 3)
