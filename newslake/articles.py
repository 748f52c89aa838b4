"""Read an article out of a text or the bytes of a page, with all rows of values, without a lake."""

import hashlib
from datetime import UTC, datetime

from transforms.extract import extract_batch
from transforms.records.extraction import Extraction
from transforms.records.page import Moment, Rejection
from transforms.records.raw_document import Announcement, Raw

__all__ = ["Extraction", "NoArticleError", "extract"]

NOWHERE = "newslake:extract"
"""The address of what was given without one."""


class NoArticleError(ValueError):
    """There is no article in what was given; `reason` is the code that the table inputs would have."""

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(f"{rejection.reason}: {rejection.detail}")
        self.reason = str(rejection.reason)


def extract(
    content: str | bytes,
    *,
    url: str | None = None,
    published_at: datetime | None = None,
    model: str | None = None,
) -> Extraction:
    """Return the article in a page, a plain text or a line of JSON, with its rows by table.

    What it is, its content says: HTML, plain text with or without what a scrape leaves around it, or JSON with `url`,
    `title` and `text` or `html`. `url` is where it comes from; `published_at` when it appeared, for a text that does
    not say: weekdays are resolved by it. `model` names a spaCy model, None takes the best installed.

    `.article` is the row of articles; `.blocks`, `.entities`, `.mentions`, `.quotes`, `.figures`, `.times`, `.places`,
    `.events` and `.links` are those of the tables of these names, each with the span of its value: for a quote,
    `article.text[quote.start_char : quote.end_char] == quote.text`.

    Raises NoArticleError when there is no article in it, OSError when there is no such model.
    """
    given = content.encode() if isinstance(content, str) else content
    raw = Raw(
        document_id=hashlib.sha256(given).hexdigest(),
        uri=url or NOWHERE,
        source=NOWHERE,
        content=given,
        fetched_at=datetime.now(UTC),
        content_type="text/plain; charset=utf-8" if isinstance(content, str) else None,
        announced=Announcement(published_at=Moment(published_at, "second")) if published_at else None,
    )
    (result,) = extract_batch([raw], model=model).results
    if isinstance(result, Rejection):
        raise NoArticleError(result)
    return result
