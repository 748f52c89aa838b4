"""Say how a lake fares: what each source brings, what fails, and how large the lake has grown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from sql.compaction import count_files
from sql.damage.catalogue_file import catalogue_size
from sql.inlining import inlined_rows
from sql.lake import read_lake
from sql.scripts import scripts, statement


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """How a source fares; times are None for what never was.

    `last_success` is when it last answered; `articles_last_day` the new articles of the last 24 hours, beside the
    median of the four weeks before; `lag_seconds` the median time from publication to arrival in a week.
    `failing_since` and `reason` tell of one that could not be read when it was last asked for, `is_silent` of one that
    has gone silent.
    """

    source: str
    last_seen: datetime
    last_success: datetime | None
    last_article: datetime | None
    articles_last_day: int
    usual_articles_a_day: float | None
    lag_seconds: int | None
    failing_since: datetime | None
    failures_in_a_row: int
    reason: str | None
    is_silent: bool


@dataclass(frozen=True, slots=True)
class Status:
    """How a lake fares: what it holds, its files and bytes, snapshots, its last run, and its sources.

    `catalogue_rows` are rows that small runs left in the catalogue; `removals_to_complete` those of `newslake forget`
    that were cut off.
    """

    articles: int
    versions: int
    documents: int
    snapshots: int
    oldest_snapshot: datetime
    last_run: str | None
    last_run_started: datetime | None
    last_run_status: str | None
    removals_to_complete: int
    files: int
    file_bytes: int
    catalogue_bytes: int
    catalogue_rows: int
    sources: tuple[SourceStatus, ...]


def status_of(folder: Path, now: datetime | None = None) -> Status:
    """Return how the lake in `folder` fares at `now`, by default the time it is; raises LakeError without a lake."""
    now = now or datetime.now(UTC)
    with read_lake(folder) as connection:
        (lake,) = _rows(connection, statement("lake_status"))
        files, file_bytes = count_files(connection)
        failing = {row["source"]: row for row in _warning(connection, "failing_sources", now)}
        silent = {row["source"] for row in _warning(connection, "silent_sources", now)}
        sources = tuple(
            _source(row, failing.get(row["source"], {}), is_silent=row["source"] in silent)
            for row in _rows(connection, statement("source_status"), {"now": now})
        )
        return Status(
            **lake,
            files=files,
            file_bytes=file_bytes,
            catalogue_bytes=catalogue_size(folder),
            catalogue_rows=inlined_rows(connection),
            sources=sources,
        )


def _source(row: Mapping[str, Any], failing: Mapping[str, Any], *, is_silent: bool) -> SourceStatus:
    return SourceStatus(
        **row,
        failing_since=failing.get("failing_since"),
        failures_in_a_row=failing.get("runs_in_a_row", 0),
        reason=failing.get("reason"),
        is_silent=is_silent,
    )


def _warning(connection: duckdb.DuckDBPyConnection, name: str, now: datetime) -> list[dict[str, Any]]:
    text = next(script.text for script in scripts("warnings") if script.name == name)
    return _rows(connection, text, {"now": now} if "$now" in text else None)


def _rows(
    connection: duckdb.DuckDBPyConnection, question: str, parameters: Mapping[str, object] | None = None
) -> list[dict[str, Any]]:
    asked = connection.execute(question, parameters)
    names = [name for name, *_ in asked.description or ()]
    return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]
