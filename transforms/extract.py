"""From documents to the rows of every table: read, parse once, and extract each field from that one parse."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from transforms.attempt import Failed, attempt
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.events.events import find_events
from transforms.figures.figures import find_figures
from transforms.parsing.spacy_model import PARSED_LANGUAGE, load_models, model_version, parse, tokenize
from transforms.places.located_entities import located_entities
from transforms.places.places import find_places
from transforms.quotes.quoted_figures import with_speakers
from transforms.quotes.quotes import find_quotes
from transforms.read import document_of, read
from transforms.records.article_records import Article, Document, Failure
from transforms.records.extraction import Extracted, Extraction, together
from transforms.records.page import Reading, Rejection
from transforms.records.raw_document import Raw, raw_document
from transforms.records.reasons import Reason, Step
from transforms.stories.sketch import sketch
from transforms.text.recurring_lines import NOTHING_RECURS, RecurringLines
from transforms.times.times import INTERVAL, find_times

if TYPE_CHECKING:
    from spacy.language import Language

    from transforms.parsing.tokens import Doc

T = TypeVar("T")

NO_ROWS: tuple[Any, ...] = ()


def extract_batch(
    batch: Sequence[Raw], recurring: RecurringLines = NOTHING_RECURS, model: str | None = None
) -> Extracted:
    """Read and extract a batch of documents: the unit of work that any executor can run.

    `recurring` holds lines that are furniture. `model` names spaCy models, with commas between them, each of which
    takes the articles of its language; English ones that none takes have the best English model that is installed.
    Raises OSError when there is no such model.
    """
    readings = [_read(raw, recurring) for raw in batch]
    languages = {reading.article.language for reading in readings if isinstance(reading, Reading)}
    used = {language: nlp for language in sorted(filter(None, languages)) if (nlp := _model_of(language, model))}
    return Extracted(
        results=tuple(_extract(reading, model) for reading in readings),
        model=together(map(model_version, used.values())),
    )


def _read(raw: Raw, recurring: RecurringLines) -> Reading | Rejection:
    reading = attempt(Step.READ, lambda: read(raw, recurring))
    if not isinstance(reading, Failed):
        return reading
    document = attempt(Step.READ, lambda: document_of(raw))
    return _rejection(reading, raw_document(raw) if isinstance(document, Failed) else document)


def _extract(reading: Reading | Rejection, model: str | None) -> Extraction | Rejection:
    if isinstance(reading, Rejection):
        return reading
    extraction = attempt(Step.EXTRACT, lambda: extract(reading, model))
    return _rejection(extraction, reading.document) if isinstance(extraction, Failed) else extraction


def _rejection(failed: Failed, document: Document) -> Rejection:
    detail = f"{failed.what} in {failed.location}"
    return Rejection(
        reason=Reason.FAILED, detail=detail, document=document, failures=(failed.row(document.document_id),)
    )


def extract(reading: Reading, model: str | None = None) -> Extraction:
    """Extract every field of an article from one parse of its text; a step that fails costs its own rows only.

    Raises MemoryError when there is too little memory.
    """
    article = reading.article
    steps = _Steps(article)
    doc = steps.take(Step.PARSE, lambda: _parse(article, model), None) or tokenize(article.text)
    entities, mentions = steps.take(Step.ENTITIES, lambda: find_entities(doc, article), (NO_ROWS, NO_ROWS))
    index = EntityIndex(entities, mentions)
    times = steps.take(Step.TIMES, lambda: find_times(doc, article), NO_ROWS)
    places = steps.take(Step.PLACES, lambda: find_places(doc, article, index), NO_ROWS)
    located = steps.take(Step.PLACES, lambda: located_entities(entities, index, places), entities)
    quotes = steps.take(Step.QUOTES, lambda: find_quotes(doc, article, index), NO_ROWS)
    figures = steps.take(Step.FIGURES, lambda: find_figures(doc, article, index, times), NO_ROWS)
    intervals = [time for time in times if time.kind == INTERVAL]
    events = steps.take(Step.EVENTS, lambda: find_events(doc, article, index, places, intervals), NO_ROWS)
    doc.let_go()
    return Extraction(
        document=reading.document,
        article=article,
        blocks=reading.blocks,
        links=reading.links,
        entities=located,
        mentions=mentions,
        places=places,
        quotes=quotes,
        times=times,
        figures=with_speakers(figures, quotes),
        events=events,
        sketches=steps.take(Step.SKETCHES, lambda: (sketch(article),), NO_ROWS),
        failures=tuple(steps.failures),
    )


class _Steps:
    """The steps over one article, and those that failed."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.failures: list[Failure] = []

    def take(self, step: Step, work: Callable[[], T], otherwise: T) -> T:
        """Return the result of a step, or `otherwise` when it fails, which is recorded."""
        result = attempt(step, work)
        if not isinstance(result, Failed):
            return result
        if isinstance(result.error, MemoryError):  # no fault of the step: the article is tried again as a whole
            raise result.error
        self.failures.append(result.row(self._article.document_id, self._article.article_id, self._article.version))
        return otherwise


def _parse(article: Article, model: str | None) -> "Doc":
    nlp = _model_of(article.language, model)
    return parse(nlp, article.text) if nlp else tokenize(article.text)


def _model_of(language: str | None, model: str | None) -> "Language | None":
    """Return the model that takes the texts of a language; nothing is loaded where none can be named for it."""
    if language is None or not (model or language == PARSED_LANGUAGE):
        return None
    return load_models(model).get(language)
