"""A source is silent when it brings nothing for much longer than it ever did, in the time that it was asked."""

from datetime import UTC, datetime, timedelta

from flows.scheduling.silence import Heard, Silence, silence_of

MONDAY = datetime(2024, 4, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def asked(start: datetime, end: datetime, speaks: object = lambda at: True) -> list[Heard]:
    """Return runs every hour, with an article where `speaks` says so."""
    hours = int((end - start) / HOUR)
    return [Heard(at, int(speaks(at))) for at in (start + n * HOUR for n in range(hours))]  # type: ignore[operator]


def in_office(at: datetime) -> bool:
    return at.weekday() < 5 and 8 <= at.hour < 18


def test_an_hourly_source_is_silent_after_a_day() -> None:
    heard = asked(MONDAY, MONDAY + 20 * DAY)
    end = heard[-1].at
    quiet = [Heard(end + n * HOUR, 0) for n in range(1, 30)]
    assert silence_of([*heard, *quiet[:24]]) is None
    assert silence_of([*heard, *quiet[:25]]) == Silence(25 * HOUR, HOUR)


def test_a_weekend_and_a_long_one_are_no_silence() -> None:
    heard = asked(MONDAY, MONDAY + 26 * DAY, in_office)
    friday = max(run.at for run in heard if run.articles)
    assert (friday.weekday(), friday.hour) == (4, 17)
    for hours, is_silent in ((63, False), (111, False), (126, False), (127, True)):
        quiet = asked(heard[-1].at + HOUR, friday + hours * HOUR + HOUR, lambda _: False)
        assert (silence_of([*heard, *quiet]) is not None) == is_silent, hours


def test_without_a_habit_there_is_no_silence() -> None:
    few = [Heard(MONDAY + n * DAY, 1) for n in range(9)]
    assert silence_of([*few, *asked(MONDAY + 10 * DAY, MONDAY + 90 * DAY, lambda _: False)]) is None
    assert silence_of(asked(MONDAY, MONDAY + 90 * DAY, lambda _: False)) is None
    assert silence_of([]) is None


def test_a_machine_that_was_off_is_no_silence() -> None:
    heard = asked(MONDAY, MONDAY + 20 * DAY)
    back = heard[-1].at + 10 * DAY
    assert silence_of([*heard, Heard(back, 0)]) is None
    assert silence_of([*heard, *asked(back, back + 2 * DAY, lambda _: False)]) is not None
