"""Tell how a lake fares in the text that Prometheus reads."""

from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from flows.upkeep.status import SourceStatus, Status

OF_THE_LAKE = {
    "articles": "articles in the lake",
    "versions": "versions of articles in the lake",
    "documents": "raw documents in the lake",
    "snapshots": "snapshots of the lake",
    "files": "Parquet files of the latest snapshot",
    "file_bytes": "size of the Parquet files of the latest snapshot",
    "catalogue_bytes": "size of the catalogue",
    "catalogue_rows": "rows that small runs left in the catalogue",
    "removals_to_complete": "removals with newslake forget that were cut off",
}
TIMES_OF_THE_LAKE = {
    "oldest_snapshot": "time of the oldest snapshot",
    "last_run_started": "start of the last run",
}
OF_A_SOURCE = {
    "articles_last_day": "new articles of the last 24 hours",
    "usual_articles_a_day": "median of the new articles a day, of four weeks",
    "lag_seconds": "median time from publication to arrival, of a week",
    "failures_in_a_row": "runs in a row in which the source could not be read",
    "is_silent": "1 for a source that brought articles and brings none",
}
TIMES_OF_A_SOURCE = {
    "last_seen": "time when the source was last asked for",
    "last_success": "time when the source last answered",
    "last_article": "time of the last new article of the source",
}


def prometheus_text(status: Status) -> str:
    """Return the numbers and times of a status as gauges named newslake_…; what is unknown is left out."""
    registry = CollectorRegistry()
    for name, about in {**OF_THE_LAKE, **TIMES_OF_THE_LAKE}.items():
        if (value := getattr(status, name)) is not None:
            Gauge(_named("newslake", name), about, registry=registry).set(_number(value))
    for name, about in {**OF_A_SOURCE, **TIMES_OF_A_SOURCE}.items():
        gauge = Gauge(_named("newslake_source", name), about, ["source"], registry=registry)
        for source in status.sources:
            _set(gauge, name, source)
    return generate_latest(registry).decode()


def _set(gauge: Gauge, name: str, source: SourceStatus) -> None:
    if (value := getattr(source, name)) is not None:
        gauge.labels(source.source).set(_number(value))


def _named(prefix: str, name: str) -> str:
    is_time = name in TIMES_OF_THE_LAKE or name in TIMES_OF_A_SOURCE
    return f"{prefix}_{name.removeprefix('is_')}{'_timestamp_seconds' if is_time else ''}"


def _number(value: float | datetime) -> float:
    return value.timestamp() if isinstance(value, datetime) else float(value)
