"""Read the schedule of a source: an interval such as "15m", or a cron expression."""

from datetime import UTC, datetime, timedelta

import regex

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}

_INTERVAL = regex.compile(r"([1-9]\d{0,5})\s*([smhdw])")


NICKNAMES = {
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
}
"""The names that cron has for its commonest expressions (crontab(5))."""

PATIENCE = timedelta(hours=1)
"""How late a run may be beside its schedule: the one before it may have taken so long."""


class ScheduleError(ValueError):
    """What was given is no schedule: says why, in words for a person."""


def polling_interval(schedule: str) -> timedelta | None:
    """Return the time between two runs when `schedule` is an interval, such as "90s", "15m", "1h", "1d" or "1w"."""
    match = _INTERVAL.fullmatch(schedule.strip())
    return timedelta(**{UNITS[match[2]]: int(match[1])}) if match else None


def cron_expression(schedule: str) -> str:
    """Return a cron expression in five fields, also for a name such as "@daily"."""
    return NICKNAMES.get(schedule.strip().lower(), schedule)


def next_run(schedule: str, now: datetime) -> datetime | None:
    """Return the first time after `now` that a cron expression names, in UTC; None for an interval.

    Raises ScheduleError when `schedule` is neither, or names a day that never comes (30 February).
    """
    from cronsim import CronSim, CronSimError

    if polling_interval(schedule):
        return None
    try:
        return next(CronSim(cron_expression(schedule), now.astimezone(UTC)))
    except CronSimError as error:
        raise ScheduleError(
            f'"{schedule}" is neither an interval, such as "15m", "1h" or "1d", '
            f'nor a cron expression, such as "*/15 * * * *" ({str(error).lower()})'
        ) from error


def is_overdue(schedule: str, last_run: datetime, now: datetime) -> bool:
    """Whether by `now` what ran at `last_run` has missed two of its times in a row: one may have been left out."""
    due = last_run
    for _ in range(2):
        due = next_run(schedule, due) or due + (polling_interval(schedule) or timedelta())
    return now > due + PATIENCE
