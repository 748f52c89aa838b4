"""Join articles to stories: two that are copies are of one story, in whatever order they came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transforms.records.article_records import Story
from transforms.stories.likeness import Likeness


@dataclass(frozen=True, slots=True)
class Copies:
    """Two articles, by their identifiers, that are copies of each other."""

    one: str
    other: str
    likeness: Likeness


def join(stories: Iterable[Story], copies: Sequence[Copies]) -> list[Story]:
    """Return the rows of `stories`, whole stories and articles alone, as they are with more pairs of copies known.

    The stories are the connected components of the articles under being copies, each named after the least identifier
    in it; an article's relation is that to the one it is most like, of equals the one with the least identifier. So
    both depend on the pairs alone, and not on the order in which they were found.
    """
    rows = {row.article_id: row for row in stories}
    root = {article: row.story_id if row.story_id in rows else article for article, row in rows.items()}
    for pair in copies:
        first, second = sorted((_find(root, pair.one), _find(root, pair.other)))
        root[second] = first
        for article, other in ((pair.one, pair.other), (pair.other, pair.one)):
            rows[article] = _liker(rows[article], other, pair.likeness)
    return [replace(row, story_id=_find(root, article)) for article, row in rows.items()]


def alone(article_id: str, version: int) -> Story:
    """Return the row of an article of which no copy is known."""
    return Story(article_id=article_id, version=version, story_id=article_id)


def _find(root: dict[str, str], article: str) -> str:
    while root[article] != article:
        root[article] = root[root[article]]
        article = root[article]
    return article


def _liker(row: Story, other: str, likeness: Likeness) -> Story:
    held = (-(row.similarity or 0.0), row.like_article_id or "")
    if row.like_article_id and held <= (-likeness.similarity, other):
        return row
    return replace(row, relation=likeness.relation, like_article_id=other, similarity=likeness.similarity)
