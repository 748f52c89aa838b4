"""Runs with a cron expression begin at its times, and not before."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from flows.scheduling import cron_runs
from flows.scheduling.cron_runs import STEP, at_each_time


@pytest.mark.parametrize(
    ("schedule", "times"),
    [
        ("*/15 * * * *", ["10:15", "10:30", "10:45"]),
        ("0 6 * * *", ["06:00", "06:00", "06:00"]),
        ("@hourly", ["11:00", "12:00", "13:00"]),
    ],
)
def test_a_run_begins_at_each_time(schedule: str, times: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    now = [datetime(2024, 5, 1, 10, 3, 20, tzinfo=UTC)]
    slept: list[float] = []
    begun: list[datetime] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += timedelta(seconds=seconds)

    async def begin() -> None:
        begun.append(now[0])
        if len(begun) == len(times):
            raise asyncio.CancelledError

    monkeypatch.setattr(cron_runs.asyncio, "sleep", sleep)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(at_each_time(schedule, begin, lambda: now[0]))
    assert [f"{time:%H:%M}" for time in begun] == times
    assert max(slept) <= STEP
