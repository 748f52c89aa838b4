"""The Prefect flow `ingest`: a run as a tracked flow run, with a task for each batch and the ledger as artifact."""

import multiprocessing
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from prefect import State, flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.settings import PREFECT_UI_URL
from prefect.states import Failed

from flows.inputs.options import TIME_LIMIT, Options
from flows.pipeline.batches import Batch
from flows.pipeline.child_processes import end_with_parent
from flows.pipeline.executor_choice import chosen_executor
from flows.pipeline.executors import Pending, Submit
from flows.pipeline.row_batch import RowBatch
from flows.pipeline.run import Summary, run
from flows.pipeline.run_report import run_report


class UnreadSourceError(Exception):
    """A source that could not be read itself; `summary` tells how the run ended."""

    def __init__(self, summary: Summary) -> None:
        """Say of each source which it is and why."""
        super().__init__(f"could not be read: {'; '.join(summary.errors())}")
        self.summary = summary


class _Tracked:
    """A batch on its way as a task run, and what it brings, which is given away once.

    Prefect keeps what a task was given and returned until Python's collector comes to its task run, which may be 2,000
    articles later. What it keeps of this has neither the documents nor their rows by then.
    """

    def __init__(self, submit: Submit, batch: Batch) -> None:
        self._start: Callable[[], Pending[RowBatch]] | None = partial(submit, batch)
        self._rows: RowBatch | None = None
        first_uri = batch.raws[0].uri if batch.raws else "nothing new"
        self._task_run = extract_documents.submit(self, len(batch.raws), first_uri)

    def extract(self) -> None:
        """Send the batch on its way and wait for its rows."""
        if self._start:
            self._rows = self._start().result()
            self._start = None

    def result(self) -> RowBatch:
        """Wait for the rows, and hold them no more. Raises what the task run ended with."""
        self._task_run.result()
        rows, self._rows = self._rows, None
        if rows is None:
            raise RuntimeError("a batch's rows are given once")
        return rows


@task(
    name="extract batch",
    task_run_name="extract {count} documents from {first_uri}",
    retries=2,  # what can pass: a process that could not be started, memory that was short
    retry_delay_seconds=5,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def extract_documents(batch: _Tracked, count: int, first_uri: str) -> None:
    """Extract the documents of a batch; `count` and `first_uri` name the task run."""
    batch.extract()


def tracked(submit: Submit) -> Submit:
    """Return a function that sends a batch on its way as a task run."""
    return partial(_Tracked, submit)


def flow_run_name() -> str:
    """Return the name of the flow run at hand, which says its sources."""
    parameters = flow_run.parameters
    return f"ingest {parameters.get('name') or ', '.join(parameters['sources'])}"


@flow(name="ingest", flow_run_name=flow_run_name, persist_result=False)
def ingest(  # noqa: PLR0913, PLR0917 - the parameters of the flow
    sources: list[str],
    lake: str = "data/lake",
    name: str | None = None,
    kind: str | None = None,
    workers: int = 1,
    model: str | None = None,
    limit: int | None = None,
    delay: float | None = None,
    allow_private: bool = False,
    contact: str | None = None,
    when_due: bool = False,
    time_limit: float = TIME_LIMIT,
    data: str | None = None,
    executor: str = "local",
    scheduler: str | None = None,
) -> "dict[str, Any] | State[Any]":
    """Ingest `sources` into the lake in folder `lake`; the parameters are those of Options.

    Returns the run's summary; a failed state with UnreadSourceError when a source could not be read itself.
    """
    if multiprocessing.parent_process():  # `newslake serve` runs it
        end_with_parent()
    given = (
        sources,
        lake,
        name,
        kind,
        workers,
        model,
        limit,
        delay,
        allow_private,
        contact,
        when_due,
        time_limit,
        data,
        executor,
        scheduler,
    )
    options = Options(*given)
    summary = run(options, chosen_executor(executor, scheduler, workers, model, tracked, time_limit))
    get_run_logger().info("%s", summary)
    _publish(summary)
    if summary.unread:
        error = UnreadSourceError(summary)
        get_run_logger().error("%s", error)
        return Failed(message=str(error), data=error)
    return asdict(summary)


def _publish(summary: Summary) -> None:
    """Show the report of a run, and its ledger with a link to the report, as artifacts of the flow run."""
    report = create_markdown_artifact(
        key="report",
        markdown=run_report(summary),
        description=f"Run {summary.run_id}: the articles it stored, and what it rejected.",
    )
    pages = PREFECT_UI_URL.value()
    link = f" [What it stored, and what it rejected]({pages}/artifacts/artifact/{report})." if pages else ""
    create_table_artifact(
        key="ledger",
        table=[{"outcome": outcome, "reason": reason, "inputs": inputs} for outcome, reason, inputs in summary.ledger],
        description=f"Run {summary.run_id}: how each input ended, in {summary.lake}.{link}",
    )
