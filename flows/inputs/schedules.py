"""Read the schedule of a source: an interval such as "15m", or a cron expression."""

from datetime import UTC, datetime, timedelta

import regex

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}

_INTERVAL = regex.compile(r"([1-9]\d{0,5})\s*([smhdw])")


class ScheduleError(ValueError):
    """What was given is no schedule: says why, in words for a person."""


def polling_interval(schedule: str) -> timedelta | None:
    """Return the time between two runs when `schedule` is an interval, such as "90s", "15m", "1h", "1d" or "1w"."""
    match = _INTERVAL.fullmatch(schedule.strip())
    return timedelta(**{UNITS[match[2]]: int(match[1])}) if match else None


def next_run(schedule: str, now: datetime) -> datetime | None:
    """Return the first time after `now` that a cron expression names, in UTC; None for an interval.

    Raises ScheduleError when `schedule` is neither, or names a day that never comes (30 February).
    """
    from cronsim import CronSim, CronSimError

    if polling_interval(schedule):
        return None
    try:
        return next(CronSim(schedule, now.astimezone(UTC)))
    except CronSimError as error:
        raise ScheduleError(
            f'"{schedule}" is neither an interval, such as "15m", "1h" or "1d", '
            f'nor a cron expression, such as "*/15 * * * *" ({str(error).lower()})'
        ) from error
