"""Dates as people and machines write them, in many languages."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from transforms.text.dates import dates_in, from_epoch, parse_date

CEST, EST = timezone(timedelta(hours=2)), timezone(timedelta(hours=-5))


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
        ("8/17/13 11:04am", datetime(2013, 8, 17, 11, 4, tzinfo=UTC), "minute"),
        ("13/04/2024", datetime(2024, 4, 13, tzinfo=UTC), "day"),
        ("04/13/2024", datetime(2024, 4, 13, tzinfo=UTC), "day"),
        ("5 Şubat 2025", datetime(2025, 2, 5, tzinfo=UTC), "day"),
        ("Updated 11:22 PM EST, Tue November 29, 2016", datetime(2016, 11, 29, 23, 22, tzinfo=EST), "minute"),
        ("13 Jan 2020, 22:11 GMT+2", datetime(2020, 1, 13, 22, 11, tzinfo=CEST), "minute"),
        ("2020-05-01 09:15:00 PM", datetime(2020, 5, 1, 21, 15, 0, tzinfo=UTC), "second"),
        ("5 May 2024, 10:00-11:30", datetime(2024, 5, 5, 10, 0, tzinfo=UTC), "minute"),
        ("28.09.19 12:44", datetime(2019, 9, 28, 12, 44, tzinfo=UTC), "minute"),
        ("令和5年11月5日", datetime(2023, 11, 5, tzinfo=UTC), "day"),
        ("6 มิถุนายน 2554", datetime(2011, 6, 6, tzinfo=UTC), "day"),
        ("14 تشرين الأول 2023", datetime(2023, 10, 14, tzinfo=UTC), "day"),
        ("3 March 1921", datetime(1921, 3, 3, tzinfo=UTC), "day"),
        ("April 24,2024", datetime(2024, 4, 24, tzinfo=UTC), "day"),
        ("24.April 2024", datetime(2024, 4, 24, tzinfo=UTC), "day"),
        ("24/Apr/2024, 10:58", datetime(2024, 4, 24, 10, 58, tzinfo=UTC), "minute"),
        ("2024. április 24. 10:58", datetime(2024, 4, 24, 10, 58, tzinfo=UTC), "minute"),
        ("2024 m. balandžio 24 d.", datetime(2024, 4, 24, tzinfo=UTC), "day"),
        ("2024. gada 24. aprīlis", datetime(2024, 4, 24, tzinfo=UTC), "day"),
        ("24 fevrier 2024", datetime(2024, 2, 24, tzinfo=UTC), "day"),
        ("24. Maerz 2024", datetime(2024, 3, 24, tzinfo=UTC), "day"),
        ("Ngày 24 tháng 4 năm 2024", datetime(2024, 4, 24, tzinfo=UTC), "day"),
        ("24 tháng 4, 2024", datetime(2024, 4, 24, tzinfo=UTC), "day"),
    ],
)
def test_a_full_date_is_read(text: str, at: datetime, precision: str) -> None:
    moment = parse_date(text)
    assert moment is not None, text
    assert (moment.at, moment.at.utcoffset(), moment.precision) == (at, at.utcoffset(), precision), text


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2024",
        "Monday 3 May",
        "yesterday",
        "in 2014",
        "31 February 2024",
        "Room 12 Bridge 2024",
        "1402/12/15",
        "2567-03-05",
        "1.2.10",
        "closed in 2024. May 24 was",
        "24 tháng 13, 2024",
    ],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_unix_time_in_seconds_or_milliseconds() -> None:
    seconds, milliseconds = from_epoch(1714145050), from_epoch(1714145050000)
    assert seconds is not None
    assert milliseconds is not None
    assert seconds.at == milliseconds.at == datetime(2024, 4, 26, 15, 24, 10, tzinfo=UTC)


def test_the_language_tells_the_order_of_numbers_where_it_has_one() -> None:
    spanish = parse_date("05/03/2024", "es")
    assert spanish is not None
    assert spanish.day == date(2024, 3, 5)
    assert parse_date("05/03/2024", "en") is None
    french = parse_date("05/03/24", "fr")
    assert french is not None
    assert french.day == date(2024, 3, 5)
    assert parse_date("05/03/24", "en") is None
    assert parse_date("24/03/05") is None


def test_all_dates_of_a_line() -> None:
    found = dates_in("Posted 10 Feb 2021 · Modified 2023-11-04")
    assert [(written.start, written.end, written.moment.day) for written in found] == [
        (7, 18, date(2021, 2, 10)),
        (30, 40, date(2023, 11, 4)),
    ]
