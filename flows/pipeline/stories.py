"""Find the copies of the articles that came, and join them to stories: the step that ends a run."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import duckdb

from sql.lake import Lake
from sql.scripts import statement
from sql.tables import insert
from transforms.records.article_records import Story
from transforms.stories.clusters import Copies, alone, join
from transforms.stories.likeness import Hashed, LikenessTo, hashed
from transforms.stories.shingles import shingles

AT_ONCE = 5_000
"""Articles placed in one transaction: bounds memory, 8 kB of each, and how long another writer waits. Each cuts the
texts of all that may be copies of one of them: with fewer in each, a large run would cut most texts more often."""

TEXTS = 500
"""Texts that are in memory at a time, to be compared with them."""


def place_in_stories(lake: Lake) -> None:
    """Give every current article of a lake its story, in transactions of its own.

    The stories are the same in whatever order and in however many runs the articles came. What a run that died left
    unplaced, the next one places.
    """
    while _unplaced(lake, 1) or lake.connection.execute(statement("broken_stories")).fetchone():
        if lake.commit(lambda: _place_some(lake)).result < AT_ONCE:
            return


def _place_some(lake: Lake) -> int:
    """Return how many articles had no story yet."""
    broken = [story_id for (story_id,) in lake.connection.execute(statement("broken_stories")).fetchall()]
    if broken:
        lake.connection.execute(statement("delete_stories"), {"story_ids": broken})
    placed = [alone(*row) for row in _unplaced(lake, AT_ONCE)]
    copies = _copies(lake, {row.article_id for row in placed})
    found = {article for pair in copies for article in (pair.one, pair.other)}
    held = [Story(**row) for row in _ask(lake, "stories_of_articles", found)]
    if held:
        lake.connection.execute(statement("delete_stories"), {"story_ids": list({row.story_id for row in held})})
    known = {row.article_id for row in (*placed, *held)}
    insert(
        lake.connection,
        "stories",
        join((*placed, *held), [pair for pair in copies if {pair.one, pair.other} <= known]),
    )
    return len(placed)


def _unplaced(lake: Lake, most: int) -> list[tuple[str, int]]:
    return lake.connection.execute(statement("unplaced_articles"), {"most": most}).fetchall()


def _copies(lake: Lake, article_ids: set[str]) -> list[Copies]:
    """Return the pairs of copies among the articles asked for, and of them with those that the lake holds.

    Only the shingles of those asked for are held: of what is compared with them there may be as much as the lake has.
    """
    connection, few = lake.connection, sorted(article_ids)
    # DuckDB takes an unnested list for one row, and would hold the bands of all to go through those of the few.
    connection.execute("set disabled_optimizers = 'build_side_probe_side'")
    connection.execute(statement("possible_copies"), {"article_ids": few})
    connection.execute("reset disabled_optimizers")
    texts = _rows(connection.execute(statement("texts_asked_for"), {"article_ids": few}))
    asked = {article: hashed(shingles(text)) for article, text in texts}
    possible = _rows(connection.execute(statement("texts_of_possible_copies")))
    return list(
        _compared(asked, ((article, text, [few[place] for place in alike]) for article, text, alike in possible))
    )


def _compared(asked: Mapping[str, Hashed], possible: Iterable[tuple[Any, ...]]) -> Iterator[Copies]:
    """Yield the copies among possible ones: each an article, its text, and those asked for that it may be a copy of."""
    for article, text, alike in possible:
        like = LikenessTo(asked.get(article) or hashed(shingles(text)))
        for one in alike:
            is_told = article in asked and article < one  # two that are asked for have each other
            if not is_told and (found := like.of(asked[one])):
                yield Copies(one, article, found)


def _rows(answer: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of an answer, a few in memory at a time."""
    while rows := answer.fetchmany(TEXTS):
        yield from rows


def _ask(lake: Lake, name: str, article_ids: Iterable[str]) -> list[dict[str, Any]]:
    answer = lake.connection.execute(statement(name), {"article_ids": sorted(article_ids)})
    rows: list[dict[str, Any]] = answer.to_arrow_table().to_pylist()
    return rows
