"""Try a step that may fail on a document, so that it costs nothing but its own rows, and is recorded."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from transforms.records.article_records import Failure
from transforms.records.reasons import Step

MOST_CHARS = 500
"""Characters kept of an error's message: some quote the whole text that they are about."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failed:
    """A step that failed, and the exception that it raised."""

    step: Step
    error: Exception

    @property
    def what(self) -> str:
        """Kind and message of the error."""
        return f"{type(self.error).__name__}: {self.error}"[:MOST_CHARS]

    @property
    def location(self) -> str:
        """Where in the code it was raised: folder, file and line."""
        frame = traceback.extract_tb(self.error.__traceback__)[-1]
        path = Path(frame.filename)
        return f"{path.parent.name}/{path.name}:{frame.lineno}"

    def row(self, document_id: str, article_id: str | None = None, version: int | None = None) -> Failure:
        """Return the failure as a row of `failures`."""
        return Failure(
            article_id=article_id,
            version=version,
            document_id=document_id,
            step=self.step,
            error=self.what,
            location=self.location,
        )


def attempt(step: Step, work: Callable[[], T]) -> T | Failed:
    """Return what `work` returns; Failed when it raises."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - pages hold what no rule foresaw; it must cost neither run nor article
        return Failed(step, error)
