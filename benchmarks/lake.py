"""What a measured run leaves: the bytes on disk, and how fast questions are answered."""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import zstandard

from sql.attach import TABLES
from sql.lake import read_lake

QUESTIONS = {
    "articles per site and day": "select site, published_on, count(*) from current_articles group by all",
    "top speakers of a month": "select speaker, count(*) as quotes from who_said_what where published_on between "
    "'2026-01-01' and '2026-01-31' group by all order by quotes desc limit 20",
    "figures by place": "select place, unit, count(*), median(value) from figures_by_place group by all",
}
"""What is asked of the lake, and timed."""

OF_WHAT = {
    "documents": "raw documents",
    **dict.fromkeys(
        ("articles", "blocks", "entities", "events", "figures", "links", "mentions", "places", "quotes", "times"),
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
        for name, question in QUESTIONS.items():
            start = time.monotonic()
            connection.execute(question).fetchall()
            yield name, round(time.monotonic() - start, 3)
