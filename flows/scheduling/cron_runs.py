"""Begin runs at the times of a cron expression: Prefect 3.9 fails to plan those on a Python before 3.13."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from flows.inputs.schedules import next_run

STEP = 60.0
"""Seconds after which the clock is looked at again: it may be set, and a machine may sleep."""


def _clock() -> datetime:
    return datetime.now(UTC)


async def at_each_time(
    schedule: str, begin: Callable[[], Awaitable[object]], clock: Callable[[], datetime] = _clock
) -> None:
    """Call `begin` at each time of a cron expression, in UTC, until cancelled; what passes meanwhile is left out."""
    while due := next_run(schedule, clock()):
        while (wait := (due - clock()).total_seconds()) > 0:
            await asyncio.sleep(min(wait, STEP))
        await begin()
