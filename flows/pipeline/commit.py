"""Commit what became of a batch: its rows and its lines of the ledger, all in one transaction or not at all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import duckdb

from flows.inputs.inputs import Polled
from flows.pipeline.batches import Batch
from flows.pipeline.lake_index import Documents, Known, KnownArticle
from flows.pipeline.ledger import Seen, Settled, ended, forgotten, settle
from flows.pipeline.numbering import Numbering, claimed_id
from flows.pipeline.row_batch import ArticleRows, Result, RowBatch
from sql.lake import Lake
from sql.scripts import statement
from sql.tables import arrow_table, insert_rows
from transforms.records.article_records import Document
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw, raw_document
from transforms.records.reasons import Outcome, Reason
from transforms.records.run_records import Input, Poll


@dataclass(frozen=True, slots=True)
class Writer:
    """What a run needs to commit: the open lake, what it holds, the run's identifier, and what is under way."""

    lake: Lake
    known: Known
    run_id: str
    seen: Seen = field(default_factory=Seen)

    def commit(self, batch: Batch, extracted: RowBatch) -> tuple[Settled, ...]:
        """Commit a batch with what became of it; return how each input ended."""
        settled, dealt_with = self.known.commit(lambda: self._write(batch, list(extracted.each())))
        self.seen.drop(dealt_with)
        return settled

    def _write(self, batch: Batch, results: Sequence[Result]) -> tuple[tuple[Settled, ...], Documents]:
        """Write the rows of a batch; return how its inputs ended, and which the lake knows now."""
        documents = {"document_ids": [raw.document_id for raw in batch.raws]}
        self.lake.connection.execute(statement("forget_failures"), documents)
        numbering = Numbering(self.known, article_ids(results))
        rows = Rows()
        settled = list(batch.settled)
        known = self.known.documents(batch.raws)
        for raw, position, result, document in zip(batch.raws, batch.positions, results, known, strict=True):
            # Another process may have committed the same input or content since this batch was gathered.
            end = settle(raw, document, Seen()) or rows.take(raw, result, numbering, is_new=document.first_uri is None)
            settled.append(replace(end, position=position))
        rows.add("polls", (_poll(self.run_id, poll) for poll in batch.polls))
        self._insert(rows, numbering, settled)
        dealt_with = _dealt_with(settled)
        if dealt_with:
            self.known.note_inputs(dealt_with)
        return tuple(settled), dealt_with

    def _insert(self, rows: "Rows", numbering: "Numbering", settled: Iterable[Settled]) -> None:
        now = datetime.now(UTC)
        rows.add("inputs", (_ledger_line(self.run_id, line, now) for line in settled))
        if numbering.retired:
            self.lake.connection.execute(statement("retire_versions"), {"article_ids": list(numbering.retired)})
        rows.insert(self.lake.connection)
        if numbering.changed:
            self.known.note(numbering.changed)
        if added := rows.records["documents"]:
            self.known.note_documents({document.document_id: document.uri for document in added})


def article_ids(results: Sequence[Result]) -> set[str]:
    """Return the identifiers of the articles that were made, and of those at the addresses that their pages claim."""
    articles = [result.article for result in results if isinstance(result, ArticleRows)]
    return {article_id for article in articles for article_id in (article.article_id, claimed_id(article))}


def _dealt_with(settled: Iterable[Settled]) -> Documents:
    """Return the documents of inputs by address and capture, but for those that failed or were known as they are."""
    return {
        (line.uri, line.captured_at): line.document_id
        for line in sorted(settled, key=lambda line: line.position)
        if line.document_id is not None and line.reason not in {Reason.FAILED, Reason.SAME_CONTENT}
    }


def _ledger_line(run_id: str, line: Settled, now: datetime) -> Input:
    return Input(
        run_id=run_id,
        position=line.position,
        uri=line.uri,
        source=line.source,
        outcome=line.outcome,
        reason=line.reason,
        detail=line.detail,
        document_id=line.document_id,
        captured_at=line.captured_at,
        seen_at=now,
    )


def _poll(run_id: str, polled: Polled) -> Poll:
    return Poll(
        run_id=run_id,
        url=polled.uri,
        source=polled.source,
        polled_at=polled.polled_at,
        http_status=polled.http_status,
        etag=polled.etag,
        last_modified=polled.last_modified,
        announced=polled.announced,
        complete=polled.complete,
        fetched=polled.fetched,
    )


class Rows:
    """The rows of a batch, by table: records, and what comes as Arrow."""

    def __init__(self) -> None:
        self.records: dict[str, list[Any]] = defaultdict(list)
        self._arrow: dict[str, list[Any]] = defaultdict(list)

    def add(self, table: str, records: Iterable[Any]) -> None:
        """Add records of one table."""
        self.records[table] += records

    def of(self, table: str) -> Any:  # noqa: ANN401 - pyarrow has no type stubs
        """Return the rows of one table as a `pyarrow.Table`."""
        import pyarrow as pa

        return pa.concat_tables([arrow_table(table, self.records[table]), *self._arrow[table]]).combine_chunks()

    def insert(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Insert all rows into the lake."""
        for table in dict.fromkeys((*self.records, *self._arrow)):
            if (rows := self.of(table)).num_rows:
                insert_rows(connection, table, rows)

    def take(self, raw: Raw, result: Result, numbering: Numbering, *, is_new: bool) -> Settled:
        """Add the rows of one document that was read, and return how its input ended.

        `is_new` says that the lake has no such document yet.
        """
        if isinstance(result, Rejection):
            if is_new:
                self._add_document(result.document or raw_document(raw))
            self.add("failures", result.failures)
            return ended(raw, Outcome.REJECTED, result.reason, result.detail)
        if numbering.is_forgotten(result.article):
            return forgotten(raw)
        if is_new:
            self._add_document(result.document)
        if same := numbering.saying_the_same(result.article):
            return _same(raw, same)
        self._add_article(result, numbering.number(result.article, raw.uri))
        return ended(raw, Outcome.STORED)

    def _add_document(self, document: Document) -> None:
        if all(document.document_id != other.document_id for other in self.records["documents"]):
            self.add("documents", [document])

    def _add_article(self, found: ArticleRows, numbered: KnownArticle) -> None:
        if numbered.is_current:
            self.records["articles"] = [
                replace(earlier, is_current=False) if earlier.article_id == numbered.article_id else earlier
                for earlier in self.records["articles"]
            ]
        self.add_version(
            found,
            article_id=numbered.article_id,
            version=numbered.version,
            is_current=numbered.is_current,
            fetched_at=found.article.fetched_at,
        )

    def add_version(
        self, found: ArticleRows, *, article_id: str, version: int, is_current: bool, fetched_at: datetime
    ) -> None:
        """Add the rows of an article as a version of one."""
        article = replace(
            found.article, article_id=article_id, version=version, is_current=is_current, fetched_at=fetched_at
        )
        self.add("articles", [article])
        for table, rows in found.numbered(article_id, version).items():
            self._arrow[table].append(rows)


def _same(raw: Raw, version: KnownArticle) -> Settled:
    if version.uri == raw.uri:
        return ended(raw, Outcome.UNCHANGED, Reason.SAME_TEXT)
    return ended(raw, Outcome.DUPLICATE, Reason.SAME_ARTICLE, f"the same article as {version.uri}")
