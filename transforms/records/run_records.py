"""The records of a run: how it went, how each of its inputs ended, and what it polled; and of what was forgotten."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One row per pipeline run: a row of `runs`."""

    run_id: str
    command: str
    started_at: datetime
    ended_at: datetime | None = None
    status: str
    stored: int
    unchanged: int
    duplicate: int
    rejected: int
    newslake_version: str
    model: str | None = None
    schema_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One row per input seen in a run: a row of `inputs`."""

    run_id: str
    position: int | None = None
    uri: str
    source: str
    outcome: str
    reason: str | None = None
    detail: str | None = None
    document_id: str | None = None
    captured_at: datetime | None = None
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One row per poll of a feed, sitemap, list of pages or archive: a row of `polls`."""

    run_id: str
    url: str
    source: str
    polled_at: datetime
    http_status: int
    etag: str | None = None
    last_modified: str | None = None
    announced: int
    complete: bool
    fetched: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """One row per removal with `newslake forget`: a row of `forgettings`."""

    forgetting_id: str
    forgotten_at: datetime
    asked_by: str
    articles: int
    versions: int
    documents: int
    inputs: int
    purged_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """One row per address, article, document or text that is not to come back: a row of `forgotten`."""

    forgetting_id: str
    kind: str
    hash: str
