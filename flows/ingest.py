"""The Prefect flow `ingest`: a run as a tracked flow run, with a task for each batch and the ledger as artifact."""

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run

from flows.batches import Batch
from flows.executors import Pending, Submit, local
from flows.run import run
from transforms.extract import Extracted


@task(
    name="extract batch",
    task_run_name="extract {count} documents from {first_uri}",
    retries=2,  # what can pass: a process that could not be started, memory that was short
    retry_delay_seconds=5,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def extract_documents(start: Callable[[], Pending[Extracted]], count: int, first_uri: str) -> Extracted:
    """Extract the documents of the batch that `start` sends on its way; `count` and `first_uri` name the task run."""
    return start().result()


def tracked(submit: Submit) -> Submit:
    """Return a function that sends a batch on its way as a task run."""

    def submit_task(batch: Batch) -> Pending[Extracted]:
        first_uri = batch.raws[0].uri if batch.raws else "nothing new"
        return extract_documents.submit(partial(submit, batch), len(batch.raws), first_uri)

    return submit_task


def flow_run_name() -> str:
    """Return the name of the flow run at hand, which says its sources."""
    return f"ingest {', '.join(flow_run.parameters['sources'])}"


@flow(name="ingest", flow_run_name=flow_run_name, persist_result=False)
def ingest(  # noqa: PLR0913, PLR0917 - the parameters of the flow
    sources: list[str],
    lake: str = "data/lake",
    workers: int = 1,
    model: str | None = None,
    limit: int | None = None,
    allow_private: bool = False,
) -> dict[str, Any]:
    """Ingest `sources` into the lake in folder `lake`; returns the run's summary."""
    summary = run(sources, Path(lake), local(workers, model, tracked), limit=limit, allow_private=allow_private)
    create_table_artifact(
        key="ledger",
        table=[{"outcome": outcome, "reason": reason, "inputs": inputs} for outcome, reason, inputs in summary.ledger],
        description=f"Run {summary.run_id}: how each input ended, in {summary.lake}.",
    )
    return asdict(summary)
