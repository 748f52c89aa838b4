"""Commit what became of a batch: its rows and its lines of the ledger, all in one transaction or not at all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from flows.inputs.inputs import Polled
from flows.pipeline.batches import Batch, Settled, settle
from flows.pipeline.lake_index import Known, KnownArticle
from sql.lake import commit
from sql.scripts import statement
from sql.tables import insert
from transforms.extract import Extraction
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Outcome, Reason
from transforms.records.run_records import Input, Poll

Result = Extraction | Rejection


@dataclass(frozen=True, slots=True)
class Writer:
    """What a run needs to commit: the open lake, its folder, what it holds, and the run's identifier."""

    connection: duckdb.DuckDBPyConnection
    folder: Path
    known: Known
    run_id: str

    def commit(self, batch: Batch, results: Sequence[Result]) -> tuple[Settled, ...]:
        """Commit a batch with the results for its documents, in their order; return how each input ended."""
        settled = commit(self.connection, self.folder, lambda: self._write(batch, results))
        self.known.committed()
        return settled

    def _write(self, batch: Batch, results: Sequence[Result]) -> tuple[Settled, ...]:
        self.known.refresh()
        numbering = Numbering(self.known, results)
        rows = Rows()
        settled = list(batch.settled)
        answers = self.known.documents(batch.raws)
        for raw, result, document in zip(batch.raws, results, answers, strict=True):
            # Another process may have committed the same input or content since this batch was gathered.
            ended = settle(raw, document, {}) or rows.take(raw, result, numbering, is_new=document.first_uri is None)
            settled.append(ended)
        rows.add("polls", (_poll(self.run_id, poll) for poll in batch.polls))
        self._insert(rows, numbering, settled)
        return tuple(settled)

    def _insert(self, rows: "Rows", numbering: "Numbering", settled: Iterable[Settled]) -> None:
        now = datetime.now(UTC)
        rows.add("inputs", (_ledger_line(self.run_id, line, now) for line in settled))
        if numbering.retired:
            self.connection.execute(statement("retire_versions"), {"article_ids": numbering.retired})
        for table, records in rows.by_table.items():
            if records:
                insert(self.connection, table, records)
        if numbering.new:
            self.known.note(list(numbering.new.values()))


def _ledger_line(run_id: str, line: Settled, now: datetime) -> Input:
    return Input(
        run_id=run_id,
        uri=line.uri,
        source=line.source,
        outcome=line.outcome,
        reason=line.reason,
        detail=line.detail,
        document_id=line.document_id,
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


class Numbering:
    """Gives articles their versions, and tells those that say what the lake has already."""

    def __init__(self, known: Known, results: Sequence[Result]) -> None:
        """Look up the articles among `results`."""
        ids = {result.article.article_id for result in results if isinstance(result, Extraction)}
        self._known = known.articles(ids)
        self.new: dict[str, KnownArticle] = {}

    @property
    def retired(self) -> list[str]:
        """The articles of the lake that got a new version."""
        return [article_id for article_id in self.new if article_id in self._known]

    def latest(self, article_id: str) -> KnownArticle | None:
        """Return the latest version of an article, None when it is new."""
        return self.new.get(article_id) or self._known.get(article_id)

    def number(self, extraction: Extraction, uri: str) -> int:
        """Return the version that an article gets, from 1, and remember it as the latest."""
        article = extraction.article
        latest = self.latest(article.article_id)
        version = latest.version + 1 if latest else 1
        self.new[article.article_id] = KnownArticle(article.article_id, version, article.fingerprint, uri)
        return version


class Rows:
    """The rows of a batch, by table."""

    def __init__(self) -> None:
        self.by_table: dict[str, list[Any]] = defaultdict(list)

    def add(self, table: str, records: Iterable[Any]) -> None:
        """Add records of one table."""
        self.by_table[table] += records

    def take(self, raw: Raw, result: Result, numbering: Numbering, *, is_new: bool) -> Settled:
        """Add the rows of one document that was read, and return how its input ended.

        `is_new` says that the lake has no such document yet.
        """
        if isinstance(result, Rejection):
            if is_new and result.document:
                self.add("documents", [result.document])
            return Settled(raw.uri, raw.source, Outcome.REJECTED, result.reason, result.detail, raw.document_id)
        latest = numbering.latest(result.article.article_id)
        if latest and latest.fingerprint == result.article.fingerprint:
            return _same(raw, latest)
        self._add_article(result, numbering.number(result, raw.uri), is_new=is_new)
        return Settled(raw.uri, raw.source, Outcome.STORED, document_id=raw.document_id)

    def _add_article(self, extraction: Extraction, version: int, *, is_new: bool) -> None:
        article_id = extraction.article.article_id
        self.by_table["articles"] = [
            replace(earlier, is_current=False) if earlier.article_id == article_id else earlier
            for earlier in self.by_table["articles"]
        ]
        if is_new:
            self.add("documents", [extraction.document])
        self.add_version(extraction, article_id, version, is_current=True)

    def add_version(self, extraction: Extraction, article_id: str, version: int, *, is_current: bool) -> None:
        """Add the rows of an article under an identifier and a version."""
        article = replace(extraction.article, article_id=article_id, version=version, is_current=is_current)
        self.add("articles", [article])
        for table, records in extraction.children().items():
            self.add(table, [replace(record, article_id=article_id, version=version) for record in records])


def _same(raw: Raw, latest: KnownArticle) -> Settled:
    if latest.uri == raw.uri:
        return Settled(raw.uri, raw.source, Outcome.UNCHANGED, Reason.SAME_TEXT, None, raw.document_id)
    detail = f"the same article as {latest.uri}"
    return Settled(raw.uri, raw.source, Outcome.DUPLICATE, Reason.SAME_ARTICLE, detail, raw.document_id)
