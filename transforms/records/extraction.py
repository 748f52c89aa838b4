"""What extraction gives: the rows of one document, and what became of a batch of them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from transforms.records.article_records import (
    Article,
    Block,
    Document,
    Entity,
    Event,
    Failure,
    Figure,
    Link,
    Mention,
    Place,
    Quote,
    Sketch,
    Time,
)
from transforms.records.page import Rejection

STORED_IN = {"blocks": "text_blocks"}
"""The table of a field that has another name: a kept block's text is stored once, in that of its article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All rows that come from one document; the fields of several rows are named after their tables."""

    document: Document
    article: Article
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    quotes: tuple[Quote, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    sketches: tuple[Sketch, ...]
    failures: tuple[Failure, ...] = ()

    @classmethod
    def tables(cls) -> tuple[str, ...]:
        """Return the names of the tables below the article that it has rows of."""
        return tuple(STORED_IN.get(field.name, field.name) for field in fields(cls)[2:])

    def children(self) -> dict[str, tuple[Any, ...]]:
        """Return the rows below the article, by table."""
        rows = dict(zip(self.tables(), (getattr(self, field.name) for field in fields(self)[2:]), strict=True))
        stored = (replace(block, text=None) if block.kept else block for block in self.blocks)
        return rows | {"text_blocks": tuple(stored)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What became of a batch: a result for each of its documents, in their order, and the models used."""

    results: tuple[Extraction | Rejection, ...]
    model: str | None


def together(models: Iterable[str | None]) -> str | None:
    """Return what several batches used, each model once: names with versions, with commas between them."""
    every = {name for named in models if named for name in named.split(", ")}
    return ", ".join(sorted(every)) or None
