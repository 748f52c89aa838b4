"""A feed is asked for the less often the longer it has brought nothing new, and at least once a day."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.web.poll_interval import due_at

NOW = datetime(2024, 5, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("quiet", "wait"),
    [
        (timedelta(), timedelta()),
        (timedelta(hours=1), timedelta(minutes=6)),
        (timedelta(days=5), timedelta(hours=12)),
        (timedelta(days=400), timedelta(days=1)),
        (timedelta(hours=-1), timedelta()),  # the clock was set back
    ],
)
def test_a_tenth_of_the_time_without_change(quiet: timedelta, wait: timedelta) -> None:
    assert due_at(NOW, NOW - quiet) == NOW + wait
