"""Work on documents in a process of its own, which ends when one of them takes too long or too much memory."""

import faulthandler
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from flows.pipeline.child_processes import end_with_parent
from flows.pipeline.memory import limit_memory
from flows.pipeline.row_batch import RowBatch, as_rows
from transforms.parsing.spacy_model import load_models
from transforms.records.extraction import Extracted, together
from transforms.records.raw_document import Raw
from transforms.text.recurring_lines import RecurringLines

MODELS = "NEWSLAKE_MODELS"
"""The environment variable that tells the fork server which models to load, as `extract` takes them; "" for None."""

_FRAME = re.compile(r'File "[^"]*?([^"/\\]+[/\\][^"/\\]+\.py)", line (\d+)')


class Work(Protocol):
    """What is done with documents: `extract`, or what a test puts in its place."""

    def __call__(self, batch: Sequence[Raw], recurring: RecurringLines, model: str | None) -> Extracted:
        """Return a result for each document."""
        ...


@dataclass(frozen=True, slots=True)
class Deadlines:
    """A limit of `seconds` for each document, and the folder where a worker that met it leaves word."""

    seconds: float
    folder: Path

    @contextmanager
    def kept(self, raw: Raw) -> Iterator[None]:
        """End this process when what is done takes too long, even where it holds the interpreter's lock.

        Nothing can end a part of a process that hangs in a library, so all of it goes.
        """
        path = self.folder / raw.document_id
        with path.open("wb") as word:
            faulthandler.dump_traceback_later(self.seconds, exit=True, file=word)
            try:
                yield
            finally:
                faulthandler.cancel_dump_traceback_later()
        path.unlink()

    def met_by(self, raw: Raw) -> str | None:
        """Return where in the code a document's time was over, "" when that is unknown; None when it was not."""
        try:
            word = (self.folder / raw.document_id).read_text("utf-8", "replace")
        except FileNotFoundError:
            return None
        if not word:
            return None  # its process was ended by something else
        places = [f"{found[1]}:{found[2]}".replace("\\", "/") for found in _FRAME.finditer(word)]
        return places[0] if places else ""


def extract(batch: Sequence[Raw], recurring: RecurringLines, model: str | None) -> Extracted:
    """Return what `extract_batch` does; only a process that extracts takes the time to import all that it needs."""
    from transforms.extract import extract_batch

    return extract_batch(batch, recurring, model)


def start_worker(memory: int) -> None:
    """Make a process that has just started a worker, which may take so many bytes of memory."""
    end_with_parent()
    limit_memory(memory)


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker does with each batch: the work, how long it may take, and the `schemas` of the rows it gives."""

    work: Work
    deadlines: Deadlines
    schemas: Mapping[str, Any]


def work_on(task: Task, raws: Sequence[Raw], recurring: RecurringLines, model: str | None) -> RowBatch:
    """Do the work on documents one after the other, each in its time; loading the models takes none of it."""
    if raws:
        load_models(model)
    done = []
    for raw in raws:
        with task.deadlines.kept(raw):
            done.append(task.work([raw], recurring, model))
    results = tuple(result for extracted in done for result in extracted.results)
    extracted = Extracted(results=results, model=together(extracted.model for extracted in done))
    return as_rows(extracted, task.schemas)
