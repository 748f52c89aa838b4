"""Retry-After is read as a number of seconds or as a date."""

from datetime import UTC, datetime

import pytest

from flows.web.errors import retry_after

NOW = datetime(2025, 6, 2, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Mon, 02 Jun 2025 08:01:30 GMT", 90),
        ("Monday, 02-Jun-25 08:01:30 GMT", 90),
        ("Mon, 02 Jun 2025 10:01:30 +0200", 90),
        ("Mon, 02 Jun 2025 08:01:30 -0000", 90),
        ("Mon, 02 Jun 2025 07:00:00 GMT", 0),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("²", None),
        ("Mon, 99 Jun 2025 08:01:30 GMT", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds
