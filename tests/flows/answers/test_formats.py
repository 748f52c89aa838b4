"""Rows are written whatever their columns hold."""

from io import StringIO

import duckdb
import pytest

from flows.answers.formats import write_text

MAPS = "select map {date '2026-11-26': [map {1: 'one'}]} as days"


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("json", '[\n  {"days": {"2026-11-26": [{"1": "one"}]}}\n]\n'),
        ("jsonl", '{"days": {"2026-11-26": [{"1": "one"}]}}\n'),
        ("csv", 'days\n"{""2026-11-26"": [{""1"": ""one""}]}"\n'),
    ],
)
def test_the_keys_of_maps_are_text(style: str, written: str) -> None:
    file = StringIO()
    with duckdb.connect() as connection:
        write_text(connection.execute(MAPS), style, file)
    assert file.getvalue() == written
