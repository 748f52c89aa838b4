"""Make a lake of many articles out of one of a few, to ask questions of.

From the project's root: `python -m benchmarks.multiply LAKE TIMES`. It has as many rows of each table as a lake of so
many articles; its words, names and places are those of the few, and copies are not sought among its articles.
"""

from pathlib import Path

import click
import duckdb

from benchmarks.lake import asked
from sql.lake import open_lake

OWN = frozenset({"article_id", "document_id", "story_id", "like_article_id"})
"""Columns that tell articles and documents apart: each copy has its own."""

OF_TIME = frozenset({"fetched_at", "published_at"})

OF_ARTICLES = (
    *("documents", "articles", "blocks", "entities", "mentions", "quotes", "figures", "places", "times"),
    *("events", "links", "sketches", "stories"),
)

A_COPY = "1000 minutes"
"""How much later the articles of a copy are than those of the one before: benchmarks.corpus spreads 1,000 over it."""


def multiply(connection: duckdb.DuckDBPyConnection, times: int) -> None:
    """Add to a lake its own articles, with all their rows, until there are `times` as many; inside a transaction."""
    for table in OF_ARTICLES:
        columns = [column for column, *_ in connection.execute(f"describe {table}").fetchall()]
        changed = ", ".join(change for column in columns if (change := _changed(column)))
        connection.execute(
            f"insert into {table} select * exclude (copy) replace ({changed}) "  # noqa: S608 - of the above
            f"from {table}, range(1, {times}) as copies(copy) order by copy, {columns[0]}"
        )


def _changed(column: str) -> str | None:
    """Return what a copy has in place of a column, as SQL; None for what it has as well."""
    if column in OWN:
        return f"if({column} is null, null, md5({column} || copy)) as {column}"
    if column in OF_TIME:
        return f"{column} + copy * interval '{A_COPY}' as {column}"
    if column == "published_on":
        return f"cast(published_at + copy * interval '{A_COPY}' as date) as published_on"
    return "url || '?copy=' || copy as url" if column == "url" else None


@click.command()
@click.argument("lake", type=click.Path(exists=True, path_type=Path))
@click.argument("times", type=click.IntRange(2))
def main(lake: Path, times: int) -> None:
    """Multiply the articles of LAKE, and tell how long its questions take."""
    with open_lake(lake, make=False) as opened:
        opened.commit(lambda: multiply(opened.connection, times))
    print(f"questions, in s: {dict(asked(lake))}")


if __name__ == "__main__":
    main()
