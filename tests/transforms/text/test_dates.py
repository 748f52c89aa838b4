"""Dates as people and machines write them, in many languages."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from transforms.text.dates import from_epoch, month_names, parse_date

CEST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("2024-04-26T15:24:10+02:00", datetime(2024, 4, 26, 15, 24, 10, tzinfo=CEST), "second"),
        ("2024-04-26T15:24:10.123Z", datetime(2024, 4, 26, 15, 24, 10, tzinfo=UTC), "second"),
        ("2024-04-26", datetime(2024, 4, 26, tzinfo=UTC), "day"),
        ("Published: 24 April 2024, 10:58 GMT", datetime(2024, 4, 24, 10, 58, tzinfo=UTC), "minute"),
        ("May 2, 2024 | 11:38 pm", datetime(2024, 5, 2, 23, 38, tzinfo=UTC), "minute"),
        ("24.04.2024, 15:30 Uhr", datetime(2024, 4, 24, 15, 30, tzinfo=UTC), "minute"),
        ("le 30 avril 2024 à 16h00", datetime(2024, 4, 30, 16, 0, tzinfo=UTC), "minute"),
        ("25 de noviembre de 2024", datetime(2024, 11, 25, tzinfo=UTC), "day"),
        ("14 мая 2025, 20:28", datetime(2025, 5, 14, 20, 28, tzinfo=UTC), "minute"),
        ("2025年1月14日 21時17分", datetime(2025, 1, 14, 21, 17, tzinfo=UTC), "minute"),
        ("2025년 5월 15일 20:00", datetime(2025, 5, 15, 20, 0, tzinfo=UTC), "minute"),
        ("13/04/2024", datetime(2024, 4, 13, tzinfo=UTC), "day"),
        ("04/13/2024", datetime(2024, 4, 13, tzinfo=UTC), "day"),
        ("5 Şubat 2025", datetime(2025, 2, 5, tzinfo=UTC), "day"),
    ],
)
def test_a_full_date_is_read(text: str, at: datetime, precision: str) -> None:
    moment = parse_date(text)
    assert moment is not None, text
    assert (moment.at, moment.at.utcoffset(), moment.precision) == (at, at.utcoffset(), precision), text


@pytest.mark.parametrize(
    "text", ["03/04/2024", "Monday 3 May", "yesterday", "in 2014", "31 February 2024", "Room 12 Bridge 2024"]
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_unix_time_in_seconds_or_milliseconds() -> None:
    seconds, milliseconds = from_epoch(1714145050), from_epoch(1714145050000)
    assert seconds is not None
    assert milliseconds is not None
    assert seconds.at == milliseconds.at == datetime(2024, 4, 26, 15, 24, 10, tzinfo=UTC)


def test_a_name_of_two_months_is_left_out() -> None:
    assert "listopad" not in month_names()  # November in Polish, October in Croatian
    assert month_names()["april"] == 4
