"""Read every document of the lake again with the extractors of today, without fetching anything."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import zstandard

from flows.pipeline.batches import BATCH_DOCUMENTS, Batch
from flows.pipeline.commit import Rows, article_ids
from flows.pipeline.executors import Execute
from flows.pipeline.lake_index import Known
from flows.pipeline.numbering import Numbering
from flows.pipeline.run_log import recorded
from flows.pipeline.stories import place_in_stories
from sql.lake import Lake, open_lake
from sql.readers import reading
from sql.scripts import statement
from sql.tables import delete_versions, insert
from transforms.extract import Extraction
from transforms.records.page import Moment, Rejection
from transforms.records.raw_document import Announcement, Raw
from transforms.text.recurring_lines import RecurringLines

Result = Extraction | Rejection
OnProgress = Callable[[Mapping[str, int]], None]

REPLACED = ("articles", *Extraction.tables())
"""The tables whose rows are read anew from a document."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article that the lake holds."""

    article_id: str
    version: int
    is_current: bool
    fetched_at: datetime


def reprocess(folder: Path, execute: Execute, on_progress: OnProgress | None = None) -> dict[str, int]:
    """Read every document of a lake again and replace what was extracted from it; return the counts of documents.

    `replaced` had articles, which keep their identifiers and versions; `stored` were rejected and give an article now;
    `kept` had articles but cannot be read any more, and theirs stay; `rejected` still give none.
    Raises LakeError when the lake cannot be opened.
    """
    counts: Counter[str] = Counter()
    with open_lake(folder) as lake, recorded(lake, "reprocess") as record:
        known = Known(lake)
        with reading(lake.folder), closing(lake.connection.cursor()) as cursor:
            for batch, extracted in execute(_batches(cursor, known.recurring_lines())):
                write = partial(_write, lake, known, batch.raws, extracted.results)
                counts.update(known.commit(write))
                record.model = extracted.model or record.model
                if on_progress:
                    on_progress(counts)
        place_in_stories(lake)
        lake.write_out()
    return dict(counts)


def _batches(cursor: duckdb.DuckDBPyConnection, recurring: RecurringLines) -> Iterator[Batch]:
    """Yield the documents of the lake as they were when reading began."""
    cursor.execute("use lake")
    for chunk in cursor.execute(statement("stored_documents")).to_arrow_reader(BATCH_DOCUMENTS):
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


def _write(lake: Lake, known: Known, raws: Sequence[Raw], results: Sequence[Result]) -> list[str]:
    versions = _versions(lake, raws)
    documents = {"document_ids": [raw.document_id for raw in raws]}
    lake.connection.execute(statement("forget_failures"), documents)
    numbering, rows, replaced, ended = Numbering(known, article_ids(results)), Rows(), list[Version](), []
    for raw, result in zip(raws, results, strict=True):
        held = versions[raw.document_id]
        if isinstance(result, Rejection):
            rows.add("failures", result.failures)
            ended.append("kept" if held else "rejected")
        elif held:
            replaced += held
            for version in held:
                rows.add_version(result, **asdict(version))
            ended.append("replaced")
        else:
            ended.append(rows.take(raw, result, numbering, is_new=False).outcome)
    _replace(lake, replaced, numbering)
    for table, records in rows.by_table.items():
        if records:
            insert(lake.connection, table, records)
    known.note(numbering.changed)
    return ended


def _versions(lake: Lake, raws: Sequence[Raw]) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = defaultdict(list)
    parameters = {"document_ids": [raw.document_id for raw in raws]}
    for document_id, *version in lake.connection.execute(statement("versions_of_documents"), parameters).fetchall():
        found[document_id].append(Version(*version))
    return found


def _replace(lake: Lake, replaced: Sequence[Version], numbering: Numbering) -> None:
    keys = {"article_ids": [v.article_id for v in replaced], "versions": [v.version for v in replaced]}
    lake.connection.execute(statement("mark_replaced"), keys)
    lake.connection.execute(statement("delete_stories_of_replaced"))
    for table in REPLACED:
        delete_versions(lake.connection, table, "replaced")
    if numbering.retired:
        lake.connection.execute(statement("retire_versions"), {"article_ids": list(numbering.retired)})
