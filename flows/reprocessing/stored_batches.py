"""The documents of a lake as they came, in batches, to be read again."""

from collections.abc import Collection, Iterator
from typing import Any

import duckdb
import zstandard

from flows.pipeline.batches import BATCH_DOCUMENTS, Batch
from sql.scripts import statement
from transforms.records.page import Moment
from transforms.records.raw_document import Announcement, Raw
from transforms.text.recurring_lines import RecurringLines


def stored_batches(
    cursor: duckdb.DuckDBPyConnection, recurring: RecurringLines, articles: Collection[str] | None, after: str
) -> Iterator[Batch]:
    """Yield the documents of the lake as they were when reading began, in the order of their identifiers.

    `articles` are the identifiers of those whose documents are wanted, None for all; `after` is the document that the
    first one comes after.
    """
    wanted = {"article_ids": None if articles is None else sorted(articles), "after": after}
    cursor.execute("use lake")
    for chunk in cursor.execute(statement("stored_documents"), wanted).to_arrow_reader(BATCH_DOCUMENTS):
        yield Batch(recurring=recurring, raws=[_raw(row) for row in chunk.to_pylist()])


def _raw(row: dict[str, Any]) -> Raw:
    media_type, charset = row.pop("media_type"), row.pop("charset")
    # A page that was fetched is decoded as its server said, a file by its content alone.
    content_type = f"{media_type}; charset={charset}" if row["http_status"] and charset else None
    announced = Announcement(
        title=row.pop("announced_title"),
        authors=tuple(row.pop("announced_authors") or ()),
        published_at=_moment(row),
    )
    opt_outs = row.pop("opt_outs")
    row["content"] = zstandard.decompress(row["content"])
    return Raw(
        **row,
        content_type=content_type,
        announced=announced,
        opt_outs=None if opt_outs is None else tuple(opt_outs),
    )


def _moment(row: dict[str, Any]) -> Moment | None:
    at = row.pop("announced_published_at")
    on, precision = row.pop("announced_published_on"), row.pop("announced_published_precision")
    return Moment(at, precision, on) if at else None
