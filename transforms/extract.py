"""From documents to the rows of every table: read, parse once, and extract each field from that one parse."""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.events.events import find_events
from transforms.figures.figures import find_figures
from transforms.parsing.spacy_model import load_model, model_version, parse, tokenize
from transforms.places.places import find_places
from transforms.quotes.quotes import find_quotes
from transforms.read import read
from transforms.records.article_records import (
    Article,
    Block,
    Document,
    Entity,
    Event,
    Figure,
    Link,
    Mention,
    Place,
    Quote,
    Time,
)
from transforms.records.page import Reading, Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason
from transforms.text.recurring_lines import NOTHING_RECURS, RecurringLines
from transforms.times.times import INTERVAL, find_times

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARSED_LANGUAGE = "en"
"""The language that the model parses; articles in others get the fields that need no parse."""


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

    def children(self) -> dict[str, tuple[Any, ...]]:
        """Return the rows below the article, by table."""
        return {field.name: getattr(self, field.name) for field in fields(self)[2:]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What became of a batch: a result for each of its documents, in their order, and the model used, None for none."""

    results: tuple[Extraction | Rejection, ...]
    model: str | None


def extract_batch(
    batch: Sequence[Raw], recurring: RecurringLines = NOTHING_RECURS, model: str | None = None
) -> Extracted:
    """Read and extract a batch of documents: the unit of work that any executor can run.

    `recurring` holds lines that are furniture. `model` names a spaCy model; None takes the best that is installed.
    Raises OSError when there is no such model.
    """
    readings = [_read(raw, recurring) for raw in batch]
    needs_model = any(isinstance(r, Reading) and r.article.language == PARSED_LANGUAGE for r in readings)
    version = model_version(load_model(model)) if needs_model else None
    return Extracted(results=tuple(_extract(reading, model) for reading in readings), model=version)


def _read(raw: Raw, recurring: RecurringLines) -> Reading | Rejection:
    try:
        return read(raw, recurring)
    except Exception as error:  # noqa: BLE001 - an article that we fail on must not cost the run; the ledger says where
        return _failed(error)


def _extract(reading: Reading | Rejection, model: str | None) -> Extraction | Rejection:
    if isinstance(reading, Rejection):
        return reading
    try:
        return extract(reading, model)
    except Exception as error:  # noqa: BLE001 - as in _read
        return _failed(error)


def _failed(error: Exception) -> Rejection:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return Rejection(reason=Reason.FAILED, detail=f"{type(error).__name__} in {where}: {error}")


def extract(reading: Reading, model: str | None = None) -> Extraction:
    """Extract every field of an article from one parse of its text."""
    article = reading.article
    doc = _parse(article, model)
    entities, mentions = find_entities(doc, article)
    index = EntityIndex(entities, mentions)
    times = find_times(doc, article)
    places = find_places(doc, article, index)
    return Extraction(
        document=reading.document,
        article=article,
        blocks=reading.blocks,
        links=reading.links,
        entities=entities,
        mentions=mentions,
        places=places,
        quotes=find_quotes(doc, article, index),
        times=times,
        figures=find_figures(doc, article, index, times),
        events=find_events(doc, article, index, places, [time for time in times if time.kind == INTERVAL]),
    )


def _parse(article: Article, model: str | None) -> "Doc":
    if article.language == PARSED_LANGUAGE:
        return parse(load_model(model), article.text)
    return tokenize(article.text)
