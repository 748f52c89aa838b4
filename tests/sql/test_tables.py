"""Records and tables are the same thing: names, types and which may be empty."""

import re
import types
import typing
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime

import pytest

from sql.asking.views import views
from sql.tables import Table, arrow_table, tables
from transforms.records import article_records, run_records

ROW_OF = re.compile(r"a row of `(\w+)`")
RECORDS = {
    found[1]: record
    for module in (article_records, run_records)
    for record in vars(module).values()
    if isinstance(record, type) and (found := ROW_OF.search(record.__doc__ or ""))
}
"""The record of each table, as its docstring says."""

TYPES = {
    "VARCHAR": str,
    "INTEGER": int,
    "BIGINT": int,
    "DOUBLE": float,
    "BOOLEAN": bool,
    "DATE": date,
    "TIMESTAMP": datetime,
    "TIMESTAMP WITH TIME ZONE": datetime,
    "BLOB": bytes,
    "VARCHAR[]": tuple[str, ...],
    "UINTEGER[]": tuple[int, ...],
}


def declared(record: type) -> dict[str, tuple[object, bool]]:
    """Return the type of each field, and whether it may be None."""
    found = {}
    for name, hint in typing.get_type_hints(record).items():
        parts = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        found[name] = (next(part for part in parts if part is not type(None)), type(None) in parts)
    return found


def test_every_table_has_a_record() -> None:
    assert set(RECORDS) == set(tables()) - {"schema_versions"}


@pytest.mark.parametrize("table", RECORDS)
def test_record_is_its_table(table: str) -> None:
    columns = {column.name: (TYPES[column.type], column.nullable) for column in tables()[table].columns}
    assert declared(RECORDS[table]) == columns


@pytest.mark.parametrize("table", RECORDS)
def test_what_may_be_none_defaults_to_none(table: str) -> None:
    optional = {name for name, (_, nullable) in declared(RECORDS[table]).items() if nullable}
    assert {field.name for field in fields(RECORDS[table]) if field.default is None} == optional
    assert all(field.default is not MISSING for field in fields(RECORDS[table]) if field.name in optional)


@pytest.mark.parametrize("table", [*tables().values(), *views().values()], ids=lambda table: table.name)
def test_every_column_is_documented(table: Table) -> None:
    assert table.comment.lower().startswith("one row per ")
    assert [column.name for column in table.columns if not column.comment] == []


def test_arrow_table_keeps_values_and_types() -> None:
    now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    line = run_records.Input(run_id="r", uri="u", source="s", outcome="stored", seen_at=now)
    made = arrow_table("inputs", [line])
    assert made.to_pylist()[0] == {
        "run_id": "r",
        "uri": "u",
        "source": "s",
        "outcome": "stored",
        "reason": None,
        "detail": None,
        "document_id": None,
        "seen_at": now,
        "position": None,
        "captured_at": None,
    }
