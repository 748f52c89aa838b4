"""Serve under Prefect until told to stop: a deployment for each source, and one that maintains the lake each day."""

import asyncio
import multiprocessing
import signal
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from httpx import HTTPError
from prefect import Flow, State, flow, get_client, get_run_logger
from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    DeploymentFilterTags,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, StateType
from prefect.logging import get_logger
from prefect.runner import Runner
from prefect.schedules import Interval, Schedule
from prefect.states import Crashed, Failed

from flows.ingest import ingest
from flows.inputs.options import Options
from flows.inputs.schedules import polling_interval
from flows.inputs.source import Source
from flows.pipeline.child_processes import end_with_parent, ends_in_peace
from flows.pipeline.interrupts import children_spared
from flows.scheduling.cron_runs import at_each_time
from flows.scheduling.notify import NotifyError, tell
from flows.scheduling.prefect_server import SERVER
from flows.upkeep import KEEP_SNAPSHOTS
from flows.upkeep.maintain import maintain
from sql.sharing.shared import is_shared_address, lake_folder

TAG = "newslake serve"

ONE_AT_A_TIME = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
"""A run that would begin while one of its source is under way is left out: queued, runs would pile up behind it."""

PATIENCE = 5.0
"""The seconds after which a run that has not ended is told again to."""

MAINTAINED_AT = datetime(2024, 1, 1, 3, tzinfo=UTC)
"""The time of the day at which the lake is maintained, whenever serving began: night in Europe."""

UNDER_WAY = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]


def serve(sources: Sequence[Source], options: Mapping[str, Options], target: str | None = None) -> None:
    """Run each of `sources` by its schedule, with its `options` by name, until SIGINT or SIGTERM.

    `target` is told when one breaks, and when it is well again.
    A Prefect API must be configured. Runs that an earlier process left behind are ended first, and their sources run
    at once; so are those with an interval, while those with a cron expression wait for their time.
    """
    with children_spared():
        asyncio.run(_serve(sources, options, target))


async def _serve(sources: Sequence[Source], options: Mapping[str, Options], target: str | None) -> None:
    runner = Runner(name="newslake")
    deployments = {await _deploy(runner, source, options[source.name], target): source for source in sources}
    lakes = {each.lake for each in options.values()}
    served = {*deployments, *[await _deploy_maintenance(runner, lake) for lake in sorted(lakes)]}
    async with get_client() as client:
        await _pause_others(client, served, lakes)
        cut_off = await _end_cut_off(client, list(served))
        for deployment, source in deployments.items():
            if deployment in cut_off or polling_interval(source.schedule or ""):
                await client.create_flow_run_from_deployment(deployment)
    by_cron = [
        asyncio.create_task(at_each_time(source.schedule, partial(_begin, deployment)))
        for deployment, source in deployments.items()
        if source.schedule and not polling_interval(source.schedule)
    ]
    serving = asyncio.create_task(runner.start())
    await asyncio.sleep(0)  # now it has set its handlers of signals, which do not wait until all is tidy
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    stopping = asyncio.create_task(_stop(stopped, runner, serving))
    await serving
    for times in by_cron:
        times.cancel()
    await stopping


async def _begin(deployment: UUID) -> None:
    """Begin a run of a deployment; where the server cannot, the next time is waited for."""
    try:
        async with get_client() as client:
            await client.create_flow_run_from_deployment(deployment)
    except HTTPError as error:
        get_logger("newslake").error("a run could not begin: %s", error)


async def _stop(stopped: asyncio.Event, runner: Runner, serving: "asyncio.Task[None]") -> None:
    """Once `stopped` is set, cancel the runs that are under way, and end what `runner` does."""
    await stopped.wait()
    while not runner.started:
        await asyncio.sleep(0.1)
    cancelling = asyncio.create_task(runner.astop())
    # The runner does not know a run that is just about to begin, and tells each once only; while a run imports its
    # libraries, that can be lost on it.
    while (await asyncio.wait({cancelling, serving}, timeout=PATIENCE))[1]:
        for process in multiprocessing.active_children():
            if process.name != SERVER:
                process.terminate()
    await cancelling


async def _deploy(runner: Runner, source: Source, options: Options, target: str | None) -> UUID:
    return await runner.aadd_flow(
        _flow_of(source, options, target),
        name=source.name,
        schedule=_schedule(source.schedule),
        description=f"The {source.kind} {source.address}, into the lake {options.lake}.",
        tags=[TAG, _lake_tag(options.lake)],
        concurrency_limit=ONE_AT_A_TIME,
    )


def _flow_of(source: Source, options: Options, target: str | None) -> "Flow[[], dict[str, Any] | State[Any]]":
    """Return a flow that ingests `source` and takes no parameters.

    Who can start a run can choose a source of the sources file, and neither what is read nor where it goes.
    """

    @flow(name=ingest.name, flow_run_name=f"ingest {source.name}", persist_result=False)
    def ingest_source() -> "dict[str, Any] | State[Any]":
        with ends_in_peace():
            ended = ingest.fn(**asdict(options))
            if target:
                try:
                    tell(target, lake_folder(options.lake), source.name)
                except NotifyError as error:
                    get_run_logger().error("%s", error)
            return ended

    return ingest_source


async def _deploy_maintenance(runner: Runner, lake: str) -> UUID:
    return await runner.aadd_flow(
        _maintenance_of(lake),
        name="daily",
        schedule=Interval(timedelta(days=1), anchor_date=MAINTAINED_AT),
        description=f"Keeps the lake {lake} in order, as `newslake maintain` does.",
        tags=[TAG, _lake_tag(lake)],
        concurrency_limit=ONE_AT_A_TIME,
    )


def _maintenance_of(lake: str) -> "Flow[[], dict[str, Any] | State[Any]]":
    """Return a flow that maintains a lake; it fails when a file is damaged."""

    @flow(name="maintain", flow_run_name="maintain", persist_result=False)
    def maintain_lake() -> "dict[str, Any] | State[Any]":
        if multiprocessing.parent_process():
            end_with_parent()
        with ends_in_peace():
            done = maintain(lake_folder(lake), timedelta(days=KEEP_SNAPSHOTS))
        get_run_logger().info("%s", done)
        if done.damage:
            return Failed(message="; ".join(f"{damage.path} {damage.what}" for damage in done.damage))
        return asdict(done)

    return maintain_lake


def _lake_tag(lake: str) -> str:
    return f"lake {lake if is_shared_address(lake) else Path(lake).absolute()}"


def _schedule(schedule: str | None) -> Schedule | None:
    """Return what Prefect is to plan by: an interval; cron expressions are not its business."""
    period = polling_interval(schedule) if schedule else None
    return Interval(period) if period else None


async def _pause_others(client: PrefectClient, served: set[UUID], lakes: set[str]) -> None:
    """Pause the deployments of these lakes whose source is not served any more."""
    tags = {_lake_tag(lake) for lake in lakes}
    ours = DeploymentFilter(tags=DeploymentFilterTags(all_=[TAG]))
    for deployment in await client.read_deployments(deployment_filter=ours):
        if deployment.id not in served and tags.intersection(deployment.tags):
            await client.pause_deployment(deployment.id)


async def _end_cut_off(client: PrefectClient, deployments: list[UUID]) -> set[UUID]:
    """End the runs that a killed process left under way, for they hold the place of the next; return of what they are.

    No other process can be at them: one serves a lake at a time.
    """
    left = await client.read_flow_runs(
        flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=UNDER_WAY))),
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=deployments)),
    )
    state: State[None] = Crashed(message="newslake serve ended while it ran; the next run completes it")
    for flow_run in left:
        await client.set_flow_run_state(flow_run.id, state, force=True)
    return {flow_run.deployment_id for flow_run in left if flow_run.deployment_id}
